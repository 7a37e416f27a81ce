"""Where ``notecode`` starts: commands loaded when called, failures turned into exit codes."""

import gc
import importlib
import os
import sys
from types import TracebackType
from typing import Any

import click

from notecode import __version__
from notecode.errors import NotecodeError, WriteError

COMMANDS = {
    "init": "Make a project directory that is ready to use.",
    "import": "Look at an export before anything is stored, or take in anonymised notes.",
    "anonymise": "Read a CMS export, replace what identifies people, and store the notes.",
    "review": "Look at notes beside their originals, and decide what is masked.",
    "suggest": "Find agency mentions and suggest codes by the codebook's rules.",
    "code": "Open the coder: read notes, decide on suggestions, code.",
    "case": "Print what is known of a case and where it comes from, or set it from the notes.",
    "attributes": "List the attributes and assessments of the cases, with their types.",
    "counts": "Print references and cases per code, agency, site or month.",
    "outcomes": "Set codes against outcomes: change between stages, differences between groups.",
    "tables": "Make the tables again that were saved, or those of the study.",
    "quotes": "Print the coded passages of a code in their context.",
    "search": "Find words in the notes, each place in its context.",
    "words": "Print the most frequent words.",
    "cooccurrence": "Print which codes stand together, and how often.",
    "matrix": "Print codes against codes.",
    "timeline": "Print what happened when, in a case or in all.",
    "saturation": "Print how much is still new as coding goes on.",
    "framework": "Print cases against codes, with passages and summaries in the cells.",
    "summarise": "Write down what a case says of a code, for the framework matrix.",
    "memo": "List, show, write and delete memos on notes, cases, codes, references.",
    "export": "Write tables for the analysis team into exports/.",
    "report": "Write the tables with charts as one page for a browser.",
    "sample-for-labelling": "Draw a random sample of your own notes, to be labelled by hand.",
    "label": "Label identifiers in a sample of notes.",
    "evaluate": "Measure the anonymiser and the rules against what people did by hand.",
    "vault": "Keep the original notes in one encrypted file, check it, destroy it.",
    "progress": "Say how far the coding has come, how fast, and what is left.",
    "status": "Say what has been done and what comes next.",
    "codebook": "Check the codebook.",
    "demo": "Run the whole method on the bundled synthetic sample.",
}
"""Commands in the order of the method, each with the line that stands in the overview."""

EPILOG = """\b
Start here:
  notecode init my-study
  cd my-study
  notecode anonymise notes.csv --people people.csv --cases cases.csv
  notecode review notes.csv --people people.csv
  notecode suggest
  notecode code

\b
Exit codes:
   0  done                           7  language model missing
   1  failed                         8  identifier found, nothing written
   2  wrong use of a command         9  changed meanwhile by somebody else
   3  input file cannot be used     10  coding action means nothing here
   4  codebook or settings wrong    11  a file could not be written
   5  no project, or a step missing 12  passphrase wrong or missing
   6  database cannot be used       13  vault cannot be used
  14  a process was ended          70  internal error (ids only)
 130  interrupted, can be resumed
"""


_COLLECTED_AFTER = 50_000
"""How many new objects lead to a look for garbage; Python's own 700 suits long-lived programs."""


class LazyGroup(click.Group):
    """Imports a command's module when the command is called, so that --help is quick."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; that the reader of its output has gone is no failure.

        click itself would end with 1, as if `notecode counts | head` had failed.
        """
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _discard_output()
            ctx.exit(0)
        return result

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the method."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        # A command of several words has its file under the first.
        file = cmd_name.partition("-")[0]
        module = importlib.import_module(f"notecode.cli.{file}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands, in the order of the method"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="notecode")
def notecode() -> None:
    """Identifiable case-management notes in, publishable per-agency code frequencies out.

    Every command finds the project from the current directory, or takes --project DIR.
    """


def main() -> None:
    """Run the command line and exit with its code; never print a traceback."""
    sys.excepthook = _report_crash
    # Rows by the hundred thousand are no rubbish: looking for it takes a tenth of a long report.
    gc.set_threshold(_COLLECTED_AFTER)
    # Starting and feeding numpy's threads takes longer than what they would share here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        _refuse_undecodable(sys.argv[1:])
        notecode.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nstopped", err=True)
        sys.exit(130)
    except NotecodeError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone (`notecode counts | head`): that is no failure.
        _discard_output()
        sys.exit(0)
    except OSError as error:
        _discard_output()
        click.echo(f"error: the output could not be written: {error.strerror}", err=True)
        sys.exit(WriteError.exit_code)


def _refuse_undecodable(arguments: list[str]) -> None:
    """Refuse an argument that is no text in the terminal's encoding, before anything is done.

    Raises:
        click.UsageError: naming its place.

    """
    for place, argument in enumerate(arguments, start=1):
        if not argument.isascii() and any("\ud800" <= char <= "\udfff" for char in argument):
            raise click.UsageError(f"argument {place} is not text in the terminal's encoding")


def _discard_output() -> None:
    """Let nothing more go to a standard output that takes nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say where it broke and nothing else: a message or a local variable could hold note text."""
    del error
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        if "notecode" in code.co_filename:
            name = code.co_filename.rpartition("notecode" + os.sep)[2]
            places.append(f"{name}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    click.echo(
        f"internal error: {kind.__name__}. This is a bug in notecode; please report:", err=True
    )
    for place in places:
        click.echo(f"  {place}", err=True)
    click.echo("What had been finished is stored, nothing is half-written.", err=True)
    # The interpreter would end with 1 after an excepthook; nothing is left to clean up here.
    sys.stdout.flush()
    os._exit(70)
