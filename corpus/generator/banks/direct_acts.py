"""Contact with the service user, practical help, and work with him on his abuse."""
# ruff: noqa: E501 - a template is one line

from .notation import act

CONTACT, SUPPORT, CHANGE = "contact", "direct-support", "behaviour-change"
DIRECT = {
    "contact": act(
        CONTACT,
        """
        <rang> {su}, <noanswer>
        <rang> {su} on {phone:su}, <noanswer>
        T/C to {su}, [he's|he is] [at work|in bed|on the bus|on a bus and can't talk], [will ring back|agreed {wday} at {time}]
        [Text|Texted] {su} [to remind him of {wday}|with my number|to ask how he is|re tomorrow]
        [Text|Texts] from {su} - [running late|cant make it today, got toothache|who is this|ok see u {wday}]
        {su} [rang|called] [me|], [wanted to know what was said about him|in a good mood|sounded drunk|asking for his next date]
        {su} DNA [today|his {time}|again], [no call|phone off|texted after to say he forgot]
        {su} [did not attend|didn't turn up|no show]
        Met {su} at [the office|a cafe on {place:street2}|the library|his flat], [{n:20-70} minutes|he was early|chatty|guarded]
        Met {su} at {om.b}, [first time face to face|in with {om.n} for the start|came straight from signing]
        Home visit to {su}, [no answer|nobody in|dog barking, no answer|in, still in his dressing gown]
        {!sense:HV} to {su} at {address:su}, [let me in|on the step only|he'd had a drink so kept it short]
        [Letter|Appointment letter|Second letter] [posted|sent] to {su} at {address:su} [for {next}|]
        Hand delivered [a card|an appt letter] [through his door|to {su}], [saw curtains move|no reply]
        [Cold call|Doorstep call] on {su}, [would not open up|talked through the window|asked me in]
        {su} [cancelled|rearranged] [for {next}|, says he's in {place:town2}|by text]
        {su} [hung up|put the phone down] [on me|when I said who I was]
        Saw {su} [for {n:15-60} minutes|briefly], [flat mood|talked about the football and not much else|he looked well]
        Visited {su} at {hmp.b}, [he came out to see me|refused to come out of his cell|half an hour in the legal visits room]
        [Video link|Phone call] with {su} [from {hmp.b}|inside], [line kept dropping|he'd agreed to it]
        Appt made with {su} for {next} at {time}
        {su} [turned up|came] [without an appointment|on the wrong day|an hour late], [saw him anyway|gave him ten minutes]
        [First|Intro] session with {su}, [explained who I am|went through consent, he signed|he wanted to know who sent me]
        Facebook message from {su} to the work phone [at 2am|], [not answered|told him calls only]
        [Weekly|Usual] session with {su}, [turned up on time|with a coffee|nearly didn't come]
        Walk [round the park|along the canal] with {su}, [easier than across a desk|good hour]
        {su} texts: "[on my way|soz slept in|new number this|be there in ten|is it today or tmrw]"
        Tried {su} on {mobile} [as well|and the old one], <noanswer>
        Rang {su} [back|to rebook], [agreed {next}|he'll think about it|polite]
        Joint appointment with {su} and {om} [today|], [he did most of the talking|sat with his hood up]
    """,
    ),
    "support": act(
        SUPPORT,
        """
        [Beside|Helped] {su} [as he rang|to ring] {dwp} [about the sanction|]
        Took {su} to {ho.b} [to hand in ID|for his interview|and waited two hours]
        Helped {su} [fill in|with] [the {?PIP} form|his UC journal|a form for {?bidding}|a budget sheet]
        Went with {su} to {gp.b} to [register|get a sick note|pick up his tablets]
        [Drove|Took] {su} to {kw.b} for [his assessment|the first session], [he went in|stayed with him]
        Food [parcel|bank voucher] [given|taken] to {su}
        [Looked at|Went through] [his letters|bills|flats to rent] with {su}
        [Did|Wrote] a CV with {su} [on my laptop|at the library]
        {su} and I [tried|made a list of] [private landlords|his debts|jobs near {place:town}]
        Supported {su} [at|to get to] his [{dwp.b}|{mh}] appointment
        Helped {su} [set up|open] [an email|a bank account|his phone so it reminds him]
        [Talked {su} through|Practised] [breathing|the crisis line card|what to say at the interview] [as he was in a state|]
        With {su} at {court.b} to [sort a payment plan|pay {n:20-90} off his fines]
        Moved {su}'s things to [the new room|{place:address}] with him in [the pool car|two trips]
        Took {su} to look at [a room on {place:street2}|the gym, signed up|the allotment group]
        [Went through|Read] his tenancy [papers|terms] with {su} [line by line|]
        {su} rang {kw} from [my office|my phone] with me beside him, [booked for {next}|on the list]
        Got {su} a [bus pass|top up|weekly ticket] [out of petty cash|to get to work]
        Tidied [the kitchen|his flat] with {su} [ahead of the inspection|], [three bags|he got into it]
        [Talked about|Went over] drinking with {su}, did a diary [for the week|] and [he wants help|cut down plan]
    """,
    ),
    "change": act(
        CHANGE,
        """
        Did the [power and control wheel|iceberg|cost and {!sense:benefit} sheet] with {su}, [he picked out two|went quiet at 'isolation'|took it home]
        [Looked at|Worked on] [time out|self talk|warning signs] with {su}, [can name his|tried it out loud]
        Challenged [{su} on|his use of] ['she knows what buttons to press'|calling her 'the wife'|'only a push'], [he thought about it|shrugged|reworded it]
        [Went back over|Talked {su} through] [{day}|the night of the arrest] minute by minute, [he stopped at the stairs|first time he has said 'I hit her']
        Session on [jealousy|respect|parenting|trust|sexual respect] with {su}
        Asked {su} to [write|say] it from {vs}'s side, [hard for him|a page and a half|he cried]
        Talked with {su} about what {child} [hears|sees|will remember] [when he shouts|], [long silence|'I was that kid']
        {su} brought [his diary|homework], three entries, we [went through|picked apart] the [row|'silent treatment' one]
        [Role play|Rehearsed] with {su} of [handing over without comment|walking away|taking no for an answer]
        Worked with {su} on his [own dad|childhood|upbringing] and what he [took from it|swore he'd never do]
        [Set|Agreed] goals with {su}: [the man he wants to be in a year|no checking her phone|ring someone first]
        {su} [admitted|owned up to] following her, [unpicked what he was thinking|looked at what he wanted out of it]
        Used the [order|threat of {!hypothetical:prison}] to get {su} thinking about [what he stands to lose|the next time]
        [Video clip|DVD] on [gaslighting|children] with {su}, [recognised himself|argued with the screen]
        Session {n:3-11} with {su} [on|:] [minimising|blame|tactics], [moved a bit|back to square one]
    """,
    ),
}


SUPPORTING = {
    "support.agency": act(
        "multi-agency-support",
        """
        [Referral|Self referral form] for {su} [sent|made] to {kw.b} [, first slot {next}|]
        Got him an appointment [with|at] {gp.b} for {next}
        [Arranged|Booked] with {dwp} for his appointment to [be moved|be by phone] [as he works nights|]
        [Rang|Called] {ho} to get him [on the list|a bed tonight|a viewing on {place:street2}]
        [Supporting letter|Letter of support] [sent|] to {ho} [for his application|re his banding]
        {ho} [has found|offered] him a [room|place] at {place:hostel} [after my referral|from {wday}]
        [Secured|Sorted] a [script|two week script|repeat] for him with {gp.b} [to cover his release|]
        [Chased|Rang] {mh} [for|about] his [assessment date|missed letter], [moved up to {next}|now {next}]
        [Talked|Got] {dwp} [into|to agree to] [ending his sanction early|a hardship payment|a place for him on the forklift course]
        {kw} can see him [{next}|this week] - I've [told|asked] {om} to pass it on
        [Put him forward|Referred him] to {dwp.b} for [CSCS card|a work trial with {place:work}]
        [Asked|Agreed with] {kw} [for|on] a detox bed, [on the list|{n:3-8} weeks]
        {mh} [agreed|will] [see him|reopen him] [without a new referral|after we asked]
        [Sorted|Arranged] through {council.b} a [starter pack|bed and cooker] for the new flat
        [Arranged with|Set up with] {hmp} to send his meds out with him [on the day|]
    """,
    ),
}
