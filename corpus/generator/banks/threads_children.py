"""Matters in hand that are about children; used only where a case has some."""
# ruff: noqa: E501 - a template is one line

from .notation import lines

CHILDREN = {
    "pickup": {
        "about": lines("""
            [him at the {!place:school} gates|pick up time|who may collect {child}]
            [home time on {day}|{child} and {child2}]
            [{child}'s|the children's] [attendance|behaviour|worries]
        """),
        "ask": lines("""
            who [is allowed to|can] collect {child}
            if he has [been seen|turned up] [at home time|since {day}]
            how {child} [has been|is getting on]
            if {child} has said anything [about home|about dad]
        """),
        "tell": lines("""
            he [sent {family} to collect|rang pretending to be grandad about] {child}
            {child} [ran back in|hid in the toilets|would not put her coat on] when he was there
            he [gave {child} a phone|followed {child} home|took photos through the fence]
            he [has been waiting|waits] outside for {child} [on {days}|]
            he is not to [collect|be given] {child} [or {child2}|]
            {child} [saw|heard] [all of it|what happened on {day}]
            {child} has been [wetting the bed|having bad dreams|in late]
        """),
        "context": lines("""
            {child} [has a new best friend|was star of the week|is off her food]
            {child2} clung to {vs} all the way
            Dad stood by the railings [in the rain|with sweets]
            {child} asks every night if the door is locked
            {child} is {age:child1}
            {child} goes to {place:school}
            {child} [told a teddy|made a card for|asked about] dad [shouting|in a cage|and when he's back]
            {vs} does the {!sense:school run} with [her mum|a neighbour] now
            {child} [loves|misses] nan
            {child}'s birthday is {dob:child1}
        """),
    },
    "contact": {
        "about": lines("""
            [contact with|his seeing] [the children|{child}|{child} and {child2}]
            [the contact arrangements|supervised contact|his application]
            [what {child} wants|{child}'s wishes]
        """),
        "ask": lines("""
            if he is [allowed|having] [contact|overnights] with {child}
            who [supervises|is supervising] [contact|the visits]
            what the [order|agreement] says about {child}
            whether he's [applied|going for residence]
        """),
        "tell": lines("""
            he [has told|told] {child} that mum [is ill|sent him away|will be locked up]
            he [spent the hour on his phone|brought his mate|asked {child} where they live now]
            {child} came back with [a mobile in her bag|a letter for {vs}|his house key]
            he uses contact to [ask about {vs}|quiz {child} on who comes round|get at {vs}]
            he [returned|brought] {child} back [two hours late|in tears|smelling of smoke]
            he is seeing [the children|{child}] [unsupervised|at {family}'s|behind everyone's back]
            {child} doesn't want [to go|overnights]
        """),
        "context": lines("""
            {child} drew [three of them|a house with no door]
            He was [early|late|a no show] and {child} [waited at the window|didn't ask why]
            {child2} is too small to know
            Handovers are done [in the car park|by {family}|at the library]
            {child} and {child2} were [upstairs|in the car|at {family}'s]
            He loves {child} but talks [mostly of his rights|about her as if she's his]
            Contact is at [{family}'s|the soft play|a contact centre] on {days}
            He bought {child} a [phone|bike|puppy] and {vs} thinks it's to [track them|get round her]
            {child} has his eyes, he says, and [cried|smiled]
        """),
    },
    "plan": {
        "about": lines("""
            [the {?CP plan}|{?CIN}|the plan for the children]
            [the {?S47}|the assessment|a written agreement]
            [{child}|{child} & {child2}|the unborn]
            [the next {?core group}|the review]
        """),
        "ask": lines("""
            [when|if] the next [review|meeting] is [set|fixed]
            if {child} has been [seen alone|spoken to]
            who is in the home [with the children|at night]
            for [minutes|the report|a copy of the plan]
        """),
        "tell": lines("""
            {child} [answers the phone for {vs}|sleeps fully dressed|gets between them]
            he tells {vs} they'll [take the children|split them up] if she talks
            {child2} has [started to stammer|a burn nobody can explain|missed two jabs]
            he is [in the home|there overnight] [most weekends|against the agreement]
            {vs} is [minimising|covering for him|too scared to say]
            the children [were in the room|saw him arrested|have been told not to say]
            {child} is [sharing a bed with him|being left with {family}|the one who rings for help]
        """),
        "context": lines("""
            {child} keeps a bag under the bed
            House [clean|cold|bare], toys put away
            {child} wants to live with nan
            Mum cried and [said thank you|asked them to leave]
            They counted {n:4-19} house moves [in all|since {child} was born]
            {child:full}, dob {dob:child1}
            {vs} feels [judged|watched|let down] by all of it
            {child2} was asleep
            Categories are emotional harm and neglect
            Both children have [lost weight|lovely manners|been very quiet]
            He wasn't invited [because of the order|]
        """),
    },
}
