"""Pasted e-mails, their quoted tails, and the minutes of meetings."""
# ruff: noqa: E501 - a template is one line

from .notation import act, lines

IS = "information-sharing"
LEADS = {
    "mail.in": act(
        IS,
        """
        Email from {A}:
        Email from {A} [rec'd|] {today}:
        From {A.n}:
        FROM: {A.n}, {A.email}
        [Reply|Answer] from {A} pasted below:
        [See|Saved] email from {A} [re his attendance|for the file|]:
        [Copy of|Copied in] email from {A} -
        {A} emailed as follows
        Subject: [urgent|your client|update|information|meeting] - from {A}
    """,
    ),
    "mail.out": act(
        IS,
        """
        Email to {A}:
        [Sent|Emailed] the following to {A}:
        To {A}, {today}:
        My email to {A} [pasted|copied] [below|for the record]:
        Email sent [to|-] {A} [re|about] <about>:
    """,
    ),
    "reply": act(
        IS,
        """
        Replied [to say thanks|with dates|and told {A.her}] <tell>{=A}
        [I replied|Replied] [asking|to ask] <ask>{=A}
        Replied [same day|straight away], <tell>{=A}
        [Thanked her|Thanks sent] and gave [our|my] [side|dates] <re> <about>{=A}
    """,
    ),
}
LETTERS = {
    "hello": lines("""
        Hi {cm}[|, hope you're well|, happy {wday}| - quick one|, me again]
        [Hi|Hiya|Hello again] {cm}[,| -| and all]
        Hello {cm}
        Morning {cm}
        Dear {cm:full}[|, if I may| (and {name:sm}),]
        Hiya
        Afternoon {cm},
        {cm} -
        {cm}, [thanks for the call|sorry to chase|one for you|before I forget]
    """),
    "hello.out": lines("""
        Hi {A.first}
        Hi {A.first},
        Dear {A.first}
        Hello {A.first}
        Good morning
        Hi both
        Dear all
    """),
    "body": lines("""
        <fact>
        I can [confirm|say] [that|] <fact>
        [Just|Wanted] to let you know [that|] <fact>
        Sorry for the delay, [it's been manic here|been on leave|crisis week]
        [As discussed|Further to your call], <fact>
        [Can you tell me|Do you know] <ask>?
        [Any news|Anything your end] <re> <about>?
        [Happy to|Can] [talk|chat] [{wday}|tomorrow after {time}|any time]
        [Please|Pls] don't [share|repeat] this with {su}
        [He|SU] [told|tells] me [you're the only one who listens|he likes your sessions|he won't be back]
        [I've|Have] [not|never] [met|seen] him [in person|sober]
        My number has changed to {A.phone}
        [His|The] address [I have|we have] is {place:address}, {place:postcode}
        DOB is {dob:su} and NHS number {nhs:su}
        I [will be|am] [off|out of office] [until {next}|on {wday}]
        Let me know if you [need|want] anything else
        [Not|I am not] happy about [this|the timescales]
        <context>
    """),
    "body.out": lines("""
        [Can you tell me|Please could you let me know|Would you be able to say] <ask>?
        I am [writing|emailing] <re> <about>
        [We|I] [understand|have heard] [that|] <tell>
        [You should know|For your information], <tell>
        His date of birth is {dob:su} [and CRN {crn:su}|]
        My direct line is {cm.phone}
        [I'd be grateful for|Could I have] [an answer|a call] [by {wday}|this week]
        [Happy to come over|I can come to you] [on {wday}|]
    """),
    "bye": lines("""
        Thanks
        Many thanks
        Kind regards
        Regards
        KR
        ta
        Best wishes
        Cheers
    """),
    "sign.in": lines("""
        {A.sign}
        [{A.sign}|{A.signfull} (part time, not Fridays)|Best, {A.sign}|{A.sign} x|Sent from my phone, {A.sign}]
        {A.signfull}[| - mobile only| / working from home today| (she/her)|, back in the office {wday}]
        {A.signfull}, [tel|T:|direct] {A.phone}
        {A.signfull} | {A.email}
    """),
    "sign.out": lines("""
        {cm}
        {cm:full}[|, at my desk until {time}|, ask for me by name| - office closed {wday}]
        [{cm:initials}|Best, {cm}|{cm}, for the team]
        {cm:full}, [Case Manager|CM], {cm.phone}
    """),
    "quoted": lines("""
        > On {past} {cm:full} wrote:
        > [Hi|Hello], can you [tell me|let me know] if {!quoted:@om} [has seen him|knows]?
        > {!quoted:@idva} is asking [too|and I said I'd find out]
        > [Any news from|Did you hear from] {!quoted:@police}?
        >> [Will check and come back|On it|Leave it with me]
        > [Thanks for this|Great]
        > {!quoted:@sw} [said|thinks] [he's still there|we should meet]
        > {!quoted:@ho.b} [have not replied|want him out]
        > My mobile is {cm.phone}
        > Re: {su:full}
    """),
    "quoted.head": lines("""
        -----Original Message-----
        Sent: {past} {time}
        From: {cm:full}
        ________________________________
    """),
}
MINUTES = {
    "attended": lines("""
        Present: {~om}, {~idva}, {~police} and me
        In attendance - {~om}, {~police}, {~ho}
        {~idva} and {~om} there, {~police} dialled in
        Attendees: {~police.w}, {~om.w}, {~idva.w}, {~ho.w}, CM
        Apologies from {~ho}, {~mh} [late|]
        [Round the table|Usual faces]: {~om}, {~idva}
    """),
    "attended.child": lines("""
        Present: {~sw}, {~teacher}, {~hv}, {vs} and me
        In attendance - {~sw}, {~teacher}, {family}
        {~sw}, {~hv}, {vs}
        Apologies: {~police}, {~gp.w}
        There were {~sw}, {~teacher}, mum and nan
    """),
    "actions": lines("""
        Action: {?@om} to [see him|write]
        ACTION {?@police} - [visit|statement]
        Others to do: {?@idva} [ring {vs}|safety plan], {?@ho.w} [locks|letter]
        Next [meeting|one] {next} [at {time}|]
        [Date of|Next] review: {next}
        {vs} [spoke well|said little|left early]
        [Ran over|Finished at {time}|Took two hours]
    """),
}
FAILED = {
    "said": act(
        IS,
        """
        {A}: <fact>
        {A} - <fact>
        {A} [reported|said|shared|told the meeting] [that|] <fact>
        {A.w} [said|gave an update], <fact>
        From {A}: <fact> and <fact>
        [I shared|Shared] with {A} and the others <tell>
        {A} [queried|wanted to know] <ask>, [I said|told] <tell>
        {A} [had|has] <about> down as [the main worry|an open question], <fact>
    """,
    ),
    "short": act(
        IS,
        """
        <rang> {A}, <noreply>
        {A} - <noreply>
        <noreply> {A}
        T/C {A} - <noreply>
        Tried {A}, <noreply>
        {A} <noreply>, {time}
        LM {A}
        LM for {A} {time}
        {A} x2 <noreply>
        NR {A}
        T/C to {A}, <noreply>, LM
        <rang> {A} <re> <about> - <noreply>
        Chased {A}, <noreply>
    """,
    ),
}
