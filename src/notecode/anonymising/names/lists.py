"""Names of people in Great Britain, and which of them are also words.

The lists help to find names that no roster holds and to tie short forms to full ones. They are
written for this project and do not try to be complete. Those of ``names.data`` say from where.
"""

from notecode.anonymising.names.data import (
    given_africa,
    given_asia,
    given_europe,
    given_further,
    given_isles,
    short_forms,
    spellings,
    surnames_further,
    surnames_isles,
    surnames_world,
    word_names,
)
from notecode.anonymising.words.spelling import word_set

_GIVEN = """
aaliyah aaron abbie abby abdul abdullah abigail adam adele adrian afzal agnes agnieszka ahmed
aidan aiden aileen aimee aisha alan albert alec alex alexa alexander alexandra alexis alfie alfred
ali alice alicia alisha alison alistair allan allen alma amanda amber amelia amina amir amy ana
anastasia andrea andrei andrew andy angela angie angus anita ann anna annabel anne annette annie
anthony antonia antonio anya archie arjun arlo arthur asha ashleigh ashley asif aubrey audrey
austin ava ayaan ayesha aziz bailey barbara barry bartosz beatrice becca becky belinda ben
benjamin bernadette bernard bernie beth bethany betty beverley bianca bilal billy blake bob bobby
bonnie brad bradley brandon brenda brendan brett brian bridget bronwen bruce bryan bryn caitlin
caleb callum calum cameron camilla carl carla carlos carmel carmen carol carole caroline carolyn
carrie casey cassandra catherine cathy cerys chantelle charlene charles charley charlie charlotte
chelsea cheryl chinedu chloe chris chrissie christian christina christine christopher ciara ciaran
cindy claire clara clare claudia clive cody colette colin colleen connor conor corey corinne
courtney craig curtis cynthia daisy damian damien dan daniel daniela danielle danny daphne darcy
darius darrell darren darryl dave david dawid dawn dean debbie deborah debra declan deepa deirdre
delroy denise dennis derek dermot desmond devon dexter diana diane dominic dominik donald donna
doreen doris dorothy doug douglas duncan dylan eamon eddie edith edward eileen elaine eleanor
elena eli elijah elisabeth elise eliza elizabeth ella ellen ellie elliot elliott ellis elsie
emilia emily emma eric erica erin ernest esme esther ethan eugene eunice eva evan evelyn evie ewa
ewan fahad faisal farah farhan fatima fay faye felicity felix femi fergus finlay finley fiona
fletcher florence fran frances francesca francis frankie fraser fred freddie frederick freya
gabriel gabriella gail gareth gary gavin gaynor gemma geoff geoffrey george georgia georgie
georgina gerald geraldine gerard giles gillian gina glenda glenn gloria gordon graham greg gregory
greta grzegorz gurpreet gwen gwyneth hamza hannah harley harold harpreet harriet harris harrison
harry harvey hassan hayden hayley hazel heather heidi helen helena henry hilary hilda howard hugh
hugo humza ian ibrahim idris imogen imran inderjit ioana ion irene isaac isabel isabella isabelle
isla ismail ivan ivana ivor jackie jackson jacob jacqueline jade jaden jai jake jakub jamal james
jamie jan jane janet janice janine jared jasmine jason jaspreet javed jay jayden jayne jean
jeanette jeff jeffrey jemma jen jenna jennifer jenny jeremy jermaine jerome jerry jess jesse
jessica jill jim jimmy jo joan joanna joanne jodie joe joel john johnny jolene jon jonathan jordan
jorge jose joseph josephine josh joshua joyce juan judith judy julia julian julie juliet justin
justine kai kaitlyn kamal karen karim karina karl kasia kat katarzyna kate kath katherine kathleen
kathryn kathy katie katrina katy kay kaylee kayleigh keeley keira keith kelly kelsey ken kenneth
kenny kerry kevin khadija khalid kian kieran kim kimberley kirsten kirsty krishna krystal
krzysztof kurt kwame kyle kylie lara larry laura lauren laurence lawrence layla lea leah leanne
lee leigh lena leo leon leonard leroy lesley leslie levi lewis lexi liam lillian lily linda
lindsay lindsey lisa liz lizzie lloyd logan lois lola lorna lorraine louis louisa louise luca
lucas lucia lucy luke luna lydia lyn lynda lyndsey lynn lynne maciej mackenzie maddie maddison
madeleine magda magdalena maggie mahmood maisie malcolm malik mandeep mandy marc marcel marcia
marcin marcus margaret maria mariam marian marie marilyn mario marion marjorie marlon marta martha
martin martyn mary maryam mason mateusz mathew matilda matt matthew maureen maurice maxine megan
mehmet mel melanie melissa meredith mia michael michaela michal michelle mick miguel mihai mike
mila millie milly miriam mitchell mo mohamed mohammad mohammed moira molly monica monika morgan
moses muhammad muriel mustafa myra nadia nadine nancy naomi nasreen natalia natalie natasha nathan
nathaniel naveed neil nelly ngozi niall niamh nichola nicholas nick nicky nicola nicole nigel
nikhil nikita nikki nina noah noel nora norman nuala oisin olga oliver olivia olu oluwaseun omar
oscar osman owen paddy pam pamela patricia patrick patsy paul paula pauline pawel penelope penny
percy perry pete peter phil philip philippa phillip phoebe phoenix phyllis piotr polly pooja priti
priya rachael rachel rahul raj rajesh ralph ramona raymond rebecca reece reggie rehana reuben
rhian rhiannon rhona rhys ricardo richard rick ricky riley rita robbie robert roberta robin
rochelle rod roger rohan roisin roland ron ronald ronan ronnie rory rosa rosalind rosanna rosemary
rosie ross rowena roxanne roy rukhsana rupert russell ruth ryan sabrina sadie saima sajid salim
sally salma sam samantha samira samuel sandeep sandra sanjay sara sarah sasha saskia scarlett sean
sebastian selina seren shabana shane shannon sharon shaun shauna shayla sheena sheila shelley
sheryl shirley shona sian sienna simon simone sinead siobhan sofia sonia sophia sophie stacey
stacy stan stanley stefan stella steph stephanie stephen steve steven stewart stuart sunita
surinder susan susannah susie suzanne sylvia tahir tamara tammy tania tanya tara tariq tasha tegan
terence teresa terri terry tessa thea theo theresa thomas tia tiffany tim timothy tina toby todd
tom tomasz tommy toni tony tracey tracy trevor tristan troy tyler tyrone ursula usman valerie
vanessa vera verity veronica vicky victor victoria vijay vikram vincent viola virginia vivian
vivienne wahid wanda warren wayne wendy wesley wilfred william willow winston xavier yasmin
yasmine yolanda yusuf yvette yvonne zac zach zachary zahra zain zainab zak zara zena zoe zofia
zuzanna
"""
_SHORTEST_SPELLING = 4
COMMON_GIVEN_NAMES = word_set(_GIVEN)
"""The given names that are met most often, folded."""
GIVEN_NAMES = COMMON_GIVEN_NAMES.union(
    word_set(given_isles.GIVEN_ISLES),
    word_set(given_europe.GIVEN_EAST),
    word_set(given_europe.GIVEN_WEST),
    word_set(given_asia.GIVEN_SOUTH_ASIA),
    word_set(given_asia.GIVEN_MIDDLE_EAST),
    word_set(given_asia.GIVEN_EAST_ASIA),
    word_set(given_africa.GIVEN_AFRICA),
    word_set(given_further.GIVEN_FURTHER),
)
"""Given names of many origins, folded."""

_SURNAMES = """
abbott adams adeyemi ahmed akhtar alexander ali allen anderson andrews armstrong arnold atkinson
austin bailey baker ball barker barnes barrett bates baxter begum bell bennett berry bibi bradley
brady brennan brooks brown bryant burgess burke burton byrne campbell carr carroll chambers
chapman clark clarke cole coleman collins connolly cook cooper cox crawford cunningham davidson
davies davis dawson dean dixon donnelly doyle duffy duncan edwards elliott ellis evans farrell
fernandes fisher fitzgerald fletcher foster fox francis fraser gallagher garcia gardner george
gibson gilbert gill gordon graham grant gray green greenwood griffin griffiths hall hamilton
harding harper harris harrison hart harvey hayes henderson henry higgins hill holland holmes
hopkins houghton howard howell hudson hughes hunt hunter hussain hussein hutchinson iqbal jackson
james jenkins jennings johnson johnston jones jordan joseph kaminski kaur kelly kennedy khan king
knight kowalska kowalski kumar lawrence lawson lee lewis lloyd lowe lynch macdonald mahmood
marshall martin mason matthews mccarthy mcdonald mcgrath mckenzie mclean mcmahon miah mills
mitchell mohamed moore morgan morris morrison murphy murray nash nelson newman newton nguyen
nicholson novak nowak obrien oconnor odonnell okafor oneill osullivan owen owens palmer parker
parkinson patel patterson payne pearce pearson perkins perry peters phillips poole porter powell
price quinn rahman ramsey reid reynolds rhodes richards richardson riley roberts robertson
robinson rogers rose ross rowe russell ryan saunders schofield scott sharma sharp shaw sheikh
shepherd simmons simpson sinclair singh skinner slater smith spencer stephens stevens stevenson
stewart sullivan sutcliffe sutton taylor thomas thompson thomson thornton todd tucker turner
vaughan wade walker wallace walsh walters ward warren watson watts webb webster welch wells west
wheeler white whitehead whitehouse wilkins wilkinson williams williamson wilson wojcik wong wood
woods woodward wright wyatt yates yilmaz young zielinski
"""
SURNAMES = word_set(_SURNAMES).union(
    word_set(surnames_isles.SURNAMES_ISLES),
    word_set(surnames_world.SURNAMES_SOUTH_ASIA),
    word_set(surnames_world.SURNAMES_AFRICA),
    word_set(surnames_world.SURNAMES_MIDDLE_EAST),
    word_set(surnames_world.SURNAMES_EAST),
    word_set(surnames_world.SURNAMES_OTHER),
    word_set(surnames_further.SURNAMES_FURTHER),
    word_set(word_names.SURNAME_WORDS),
)
"""Surnames of many origins, folded."""

_WORD_NAMES = """
abbey ace amber amity angel april art ash aspen august autumn banks barber basil bay beacon beck
bell berry best bill bird bishop bless blessing bliss bloom blossom bond booth bow bridge bridges
brook brooks brown buck bud buddy burns bush butler candy carol carter case castle chance charity
chase cherry child church clay cliff cloud coast cole constance constant cook cooper coral court
cox crane cross crystal dale dash dawn day destiny diamond dick dolly don drake drew duke earl
early earnest east ebony english eve ever faith farmer favour fern field fields finch fisher flint
flora forest foster fox frank free french friend frost gale gardener garland gay gem gene gift
ginger glen glory gold golden good goodwill grace grant gray green grey grove guy hale hall hand
hardy harmony haven head heath heaven hill hilly home honey hope house hunt hunter iris irish isle
ivory ivy jack jade jet jewel job joker joy judge june junior justice key king knight lake lamb
lance lane lark law lawn liberty link little long lord lotus love loveday lucky major mark marks
marsh marshall mason may mead melody mercy merit merry mill mills miracle misty moon morn moss
myrtle new noble north old olive page park parks parsons pat patience peace peacock pearl pepper
pet petal petty pike pleasant pope porter potter power precious price pride prince princess prior
promise prudence queen quick rain rainbow raven ray read red reed reef rice rich ridge ring rise
river rivers rob robin rock rocky rod rose royal ruby rush rusty sage sailor salt sandy savage
scarlet sharp shell shepherd short silver singer skip sky smart snow sonny south sparrow spring
star stark starr sterling stone storm street strong sue summer summers sun sunday sunny swift
tanner tariff temple tiger timber trace treasure trinity true trust tuesday unity van verity
victor violet wall walls ward waters way weaver wednesday welcome well wells west white wild will
willow winter winters wise wolf wood woods worth wren young zion
"""
WORD_NAMES = word_set(_WORD_NAMES).union(
    word_set(word_names.GIVEN_WORDS),
    word_set(word_names.SURNAME_WORDS),
    word_set(word_names.COMMON_WORDS),
)
"""Names that are also common words: they need a capital and a cue, or the full name."""

FREQUENT_WORDS = word_set(
    """
    will may mark hope can young long short little good best way case house home day park street
    read sharp strong west north south east new old major power court hill white black brown green
    gray grey price bill grant art rich might love law lord king chase bond ward page drive field
    cross free hand head key light might noble park smart spring street summers time true wise
    shell trace link trust promise patience peace unity change chance job judge justice law
    """
) | word_set(word_names.FREQUENT_NAME_WORDS)
"""Those of them that notes use as words all the time."""


def _short_forms() -> dict[str, frozenset[str]]:
    """Short and full forms of a given name that stand for one another, both ways."""
    forms: dict[str, set[str]] = {}
    for line in short_forms.SHORT_FORMS.strip().splitlines():
        full, shorts = line.split(":")
        for short in shorts.split():
            forms.setdefault(full, set()).add(short)
            forms.setdefault(short, set()).add(full)
    return {name: frozenset(others) for name, others in forms.items()}


SHORT_FORMS = _short_forms()
"""Name -> the short or full forms it also goes by, folded."""


def _spellings() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for line in spellings.SPELLINGS.strip().splitlines():
        group = frozenset(line.split())
        for name in group:
            forms.setdefault(name, set()).update(group - {name})
    return {name: frozenset(others) for name, others in forms.items()}


SPELLINGS = _spellings()
"""Name -> its other spellings and foreign short forms, folded; too rare to be looked for alone."""

GIVEN_NAMES |= frozenset(name for name in SPELLINGS if len(name) > _SHORTEST_SPELLING) - WORD_NAMES

UNLIKE_ANY_OTHER = GIVEN_NAMES - (word_set(given_further.GIVEN_FURTHER) - COMMON_GIVEN_NAMES)
"""Given names that are nobody's who bears one like it; rarer ones may be a form of another."""

WORD_NAMES_OF_PEOPLE = word_set(
    """
    amber april austin bill bob dawn dean eve faith frank grace grant guy heather holly hope iris
    ivy jack jade joy june lee lily mark mason may miles nick pat pearl penny ray rob rose ruby
    sandy skye sky sue summer victor violet will willow carol charity crystal daisy drew destiny
    dale heath kit lucky sunny rusty poppy laurel saffron jewel woody robin autumn bonnie
    princess prince precious blessing mercy patience comfort
    """
)
"""Words that are given names, folded."""
