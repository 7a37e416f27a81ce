"""Asking, giving, receiving and chasing information: the acts that most notes are made of."""
# ruff: noqa: E501 - a template is one line

from .notation import act, lines

IS = "information-sharing"
SHARING = {
    "ask": act(
        IS,
        """
        <rang> {A} <re> <about>
        <rang> {A} to ask <ask>
        <asked> {A} <ask>
        <mailed> {A} <re> <about>
        <mailed> {A} to ask <ask>
        <mailed> {A} asking <ask>, and <ask>
        Email [out|sent] to {A} [- can they tell me|asking] <ask>
        [Text|Texted] {A.n} [asking|to ask] <ask>
        [Requested|Asked for] [an update|what they have|any news] from {A} <re> <about>
        [Info|Information] request [to|sent to|gone to] {A} [today|this am|by secure email|] <re> <about>
        [Further|Another|Second] [request|email] to {A} <ask>
        Query to {A} <re> <about>
        [Checked|Checking] with {A} <ask>
        <rang> {A}, asked <ask> - <fact>
        <rang> {A} [at {time}|this morning|first thing], <fact>
        <asked> {A} <ask>, [was told|answer was that|turns out] <fact>
        Put it to {A} [that <tell>|] and asked <ask>
        [Wanted to know|Needed to find out] from {A} <ask>
        [Consent form|Signed consent] [sent|scanned] to {A} so they can [talk to us|release what they have] <re> <about>
        [Asked by email|Rang to find out|Left as a question on {A.his} voicemail]: can {A} say <ask>
    """,
    ),
    "give": act(
        IS,
        """
        <told> {A} [that|] <tell>
        <told> {A} <tell>
        <rang> {A} and <toldher> that <tell>
        Updated {A} <re> <about>
        [Update|Brief update|Full update] to {A} <re> <about>
        [Passed|Passed on] to {A} [that|:] <tell>
        <mailed> {A} with [an update|the latest|what I know] <re> <about>
        [Forwarded|Sent] {A} [my notes|a summary|what we have|the chronology] <re> <about>
        [Rang|Called] {A.n} back with the details <re> <about>
        Shared with {A} that <tell>
        [Shared|Talked through|Went over] [my|our] [concerns|worries] <re> <about> with {A}
        Made {A} aware [that|] <tell>
        Let {A} know [that|] <tell>
        [Copied|Cc'd] {A} [in|into my email] <re> <about>
        [Told|Said to] {A}, in confidence, that <tell>
        Gave {A} [his new number {mobile}|the reg, {plate}|dob {dob:su}|both addresses|his CRN {crn:su}] [as asked|as hers was out of date|]
        Sent {A} the {crime} reference [as requested|]
        {A} had no idea that <tell> so went through [it all|what we know]
        {A} [glad|pleased] to [hear from me|be told], [did not know|hadn't heard] <tell>
        [Spoke with|Discussed with] {A} <re> <about> and [told {A.her}|said] <tell>
    """,
    ),
    "get": act(
        IS,
        """
        {A} rang, <fact>
        {A} rang [to say|to tell me|with news:|back:] <fact>
        {A} [says|said|reports|confirmed|confirms|advises|tells me] [that|] <fact>
        {A}: <fact>
        {A} emailed, <fact>
        Email [in|] from {A}, <fact>
        Email [rec'd|received|] from {A} [- |: ]<fact>
        [Message|Voicemail|VM|Text] from {A} [to say|saying|:] <fact>
        [Reply|Response|Answer] from {A} <re> <about>, <fact>
        {A} [came back|got back] to me <re> <about>: <fact>
        Call from {A}, <fact>
        [Incoming|Inc] call [from|-] {A} <re> <about>
        Heard from {A} that <fact>
        {A} [thinks|understands|has been told|is fairly sure] <fact>
        [Long|Good|Useful|Helpful] [chat|call] with {A} [about|over] <about>; <fact>
        <met> {A} <re> <about>
        <met> {A}, <fact>
        [Caught|Grabbed] {A} [in the car park|on the way out of another case|at the end of a panel], <fact>
        Per {A}, <fact>
        [According to|Word from] {A}: <fact>
        [Report|Letter|Minutes] [rec'd|in|received] from {A} <re> <about>
        {A} [answered|replied] [within the hour|the same day|after nine days]: <fact>, and <fact>
        [Secure email|Encrypted email] from {A} [with|has] [the log|dates|what we asked for] <re> <about>
        {A} sounded [rushed|fed up|concerned], <fact>
        {A} also [mentioned|said] [that|] <fact>
    """,
    ),
    "chase": act(
        IS,
        """
        <rang> {A}, <noreply>
        <rang> {A} <re> <about>, <noreply>
        [Chased|Chasing] {A} <re> <about>
        [Chased|Chased up] {A} [again|for the third time|by email and phone], <noreply>
        <noreply2> {A}
        <noreply2> {A} <re> <about>
        {A} [not available|on leave|off sick|in a meeting|on a course|on lates], [message left|asked for a call back|tried the duty line]
        {A} not at {A.his} desk - [LM|left message with a colleague|will get a message]
        [Still waiting on|Still have nothing from|Still awaiting|Awaiting] {A} <re> <about>
        [Reminder|Second reminder|Polite nudge] [to|sent to|emailed to] {A} <re> <about>
        [Tried|Rang|Dialled] {A} [x2|three times|twice today], <noreply>
        [Left|LM] a message [for|with] {A} [asking|to ask] <ask>
        [VM|Voicemail] left for {A} <re> <about>
        [Missed call|Missed a call] from {A}, [rang back and|called back,] <noreply>
        {A}'s [voicemail|mailbox] is full
        [Email|Mine] to {A} of {past} [bounced|has not been answered|came back, wrong address]
        [Out of office|Auto reply] from {A} [until {next}|]
        <rang> {A.n} on {phone:su} [by mistake|first, wrong number], then the office, <noreply>
    """,
    ),
    "both": act(
        IS,
        """
        <rang> {A} and {om}, [neither|no one] [has seen him|could say where he is] since {day}
        [Emailed|Update to] {idva}, {om} and {A} <re> <about>
        [Group email|Round robin|Joint email] to {A} and {police} <re> <about>
        {A} and {police} [have|gave] different [addresses|dates of birth|accounts] - [asked both to check|queried with both]
        [Rang round|Calls to] {A}, {ho.b} and {om} [asking|to see] <ask>
        [Conference call|Three way call] with {A} and {idva} <re> <about>
        Joint visit to {A} with {idva} to go over <about>
        {A} and {idva} [both|each] [say|report that] <fact>
    """,
    ),
    "again": act(
        IS,
        """
        [Rang again at {time}|Tried again {time}|Second go at {time}], [same|still engaged|no joy|rings out]{=last}
        [Nothing back|No answer] so [resent|sent it again] [with a read receipt|to the duty inbox]{=last}
        [Called me back|Rang back] at {time}: {=last}<fact>
        [Got through|Finally got hold of her] [at|by] {time}, <fact>{=last}
        [Followed this up|Confirmed all this] [in writing|by email]{=last}
        [Chased|Chased up] [again|once more] {today}{=last}
    """,
    ),
}
PHRASES = {
    "rang": lines("""
        T/C to
        TC to
        Tel call to
        Phoned
        Rang
        Called
        Phone call to
        Spoke to
        Spoke with
        TC with
        T/C with
        Telephoned
        Call to
        Telecon with
    """),
    "re": lines("""
        re
        about
        re:
        regarding
        in relation to
        ref
        over
        on
    """),
    "asked": lines("""
        Asked
        Have asked
        Emailed and asked
        Rang and asked
        I asked
        I have asked
    """),
    "told": lines("""
        Told
        Informed
        Advised
        Updated
        I told
        Have told
        Rang and told
    """),
    "toldher": lines("""
        told {A.her}
        let {A.her} know
        explained
        said
        reported
    """),
    "mailed": lines("""
        Emailed
        Email to
        E-mailed
        Sent email to
        Have emailed
        I emailed
        Wrote to
    """),
    "met": lines("""
        Met with
        Met
        Saw
        Sat down with
        Catch up with
        Meeting with
        Popped in to see
    """),
    "noreply": lines("""
        no reply
        no reply, LM
        no answer
        LM
        left message
        NR
        rang out
        went to voicemail
        engaged
        left a voicemail
        n/a, LM to call me
        no joy
        straight to answerphone
        not in until {wday}
        on leave till {next}, no cover
    """),
    "noanswer": lines("""
        no reply
        no answer
        rang out
        went to voicemail
        voicemail, didn't leave one
        straight to answerphone
        engaged twice
        phone off
        number not in use
        his mate picked up and cut me off
        picked up and said nothing
        left a message to ring me
        LM
        tried again at {time}, same
        no joy
    """),
    "noreply2": lines("""
        No reply from
        Still no reply from
        Nothing back from
        No response [as yet|] from
        Did not hear back from
        Not heard from
        Awaiting [a call|an answer] from
    """),
}
