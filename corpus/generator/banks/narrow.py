"""What one asks and tells a service that has one business: drink and drugs, health, money, prison."""
# ruff: noqa: E501 - a template is one line

from .notation import lines

NARROW = {
    "about.kw": lines("""
        [his attendance|missed groups|his key work]
        [test results|the positive on {date}|his dose]
        [how much he is drinking|whether he's drinking again|the lapse on {day}]
        [his review|the care plan|three way working]
    """),
    "ask.kw": lines("""
        if he is [engaging|turning up|still on the books]
        for [the last three results|dates he has missed|attendance since {month}]
        whether he [collects himself|is using on top|was sober on {day}]
        if he has [said anything about {vs}|mentioned home]
    """),
    "tell.kw": lines("""
        he was [drunk|using] on {day} [and {vs} saw it|, whatever he tells them|]
        he [drinks in {place:pub}|has been selling his tablets|isn't living where he says]
        he gets [worse with {vs}|nasty] when he [drinks|has missed a dose]
        {vs} is not to be [rung|written to] at home
    """),
    "about.mh": lines("""
        [his referral|the assessment|risk to others on discharge]
        [the overdose|what he said on {day}|his meds]
        [who he has told about {vs}|leave from the unit]
    """),
    "ask.mh": lines("""
        if he is [open to them|due out|a risk to anyone in their view]
        for [the outcome|a discharge date|a copy of the care plan]
        [who|which worker] will [see him|follow him up] after {wday}
    """),
    "tell.mh": lines("""
        the threats to kill himself come when {vs} [says no|leaves]
        he [has not slept|stopped his tablets] [since {day}|a fortnight ago]
        {vs} isn't [the person to discharge him to|his next of kin any more]
        he said he'd [take {vs} with him|jump off {place:street} bridge]
    """),
    "about.gp": lines("""
        [his tablets|a sick note|registration|his bad back]
        [injuries to {vs}|what is on his record|a letter they got]
    """),
    "ask.gp": lines("""
        if he is registered [there|under {su:full}|, NHS {nhs:su}]
        for [a summary|his current meds|the last three consultations]
        whether {vs} can be [seen alone|given a longer slot]
    """),
    "tell.gp": lines("""
        he should not be in the room when {vs} is [seen|asked]
        he is [stockpiling tablets|swapping his tablets|drinking on top of his meds]
        his address is [now|no longer] {address:su}
    """),
    "about.hosp": lines("""
        [{vs}'s injuries|the attendance on {date}|his overdose]
        [visitors|who is at the bedside|discharge]
    """),
    "ask.hosp": lines("""
        if {vs} [was|has been] seen [on her own|over the weekend]
        [when|if] he's being discharged
        what was [recorded|said] about how it happened
    """),
    "tell.hosp": lines("""
        he may [turn up|try to visit] and [must not|should not] be told where she is
        {vs} [has been hurt before|may say she fell]
    """),
    "about.hv": lines("""
        [the baby|feeding and sleep|how {vs} is at home]
        [who is in the house at visits|the missed clinic]
    """),
    "ask.hv": lines("""
        if he is [there at visits|in the house|still answering her phone]
        how {vs} and the baby [are|were on {day}]
        when she is next [due|going]
    """),
    "tell.hv": lines("""
        visits should be [in pairs|at clinic] as he [kicks off|listens at the door]
        he isn't meant to be [there|near the baby]
    """),
    "about.teacher": lines("""
        [{child}|{child} and {child2}|attendance]
        [pick up times|who may collect {child}|{child}'s behaviour]
        [parents evening|what {child} said|the photo at the desk]
    """),
    "ask.teacher": lines("""
        who [collects|has been collecting] {child}
        how {child} [has been|is] since {day}
        if he has [rung|turned up|been seen at the gates]
    """),
    "tell.teacher": lines("""
        he is not to [collect|speak to] {child}
        {child} [saw|heard] what happened on {day}
        {vs} has [moved|a new number, {phone:vs}] and he must not be told
    """),
    "about.hmp": lines("""
        [his release|calls to {vs}|his visits]
        [{su:full}, {prisonno}|his behaviour inside|the phone PIN]
        [where he goes on release|gate pick up|a letter he sent out]
    """),
    "ask.hmp": lines("""
        for [a release date|the list of visitors|his calls log]
        who he [rings|shares a cell with|has on his PIN]
        what [address|plan] he has [given|put down] for release
    """),
    "tell.hmp": lines("""
        {vs} has had [two letters|a call] from him
        he has [a phone in his cell|been ringing through {family}]
        {mobile} is {vs}'s [sister's number|old number] and should come off
    """),
    "about.court": lines("""
        [the hearing on {next}|sentence|the listing]
        [special measures|{vs}'s statement|the {?restraining order}]
        {su:full}, [{crime}|born {dob:su}]
    """),
    "ask.court": lines("""
        for the [result|outcome] [of {day}|]
        [if|whether] it is still [listed|going ahead] for {next}
        whether {vs} can have [screens|a link|a separate door]
    """),
    "tell.court": lines("""
        {vs} is [frightened|not coming without screens]
        he has [been near|approached] a witness
        his address for service is {place:address}
    """),
    "about.dwp": lines("""
        [his claim|the sanction|his journal]
        [joint claim with {vs}|what address they have|his signing day]
    """),
    "ask.dwp": lines("""
        [what|which] day he [signs|comes in]
        if he [is claiming|has a claim] [with {vs}|as single|from {place:address}]
        whether there's a [marker|warning] on him
    """),
    "tell.dwp": lines("""
        he [isn't living|has not lived] at {address:su} [since {month}|]
        he [should not|must not] be given {vs}'s [day|office]
        he is working for {place:work}
    """),
    "about.council": lines("""
        [noise at {address:su}|the complaints|damage to the stairwell]
        [a home visit|who pays the bill at {place:address}]
    """),
    "ask.council": lines("""
        if there are [complaints|logs] for {place:address}
        who is [billed|named] at {address:su}
    """),
    "tell.council": lines("""
        he has been [banging on doors|shouting in the street] [most nights|since {day}]
        {vs} can't [complain|ring in] without him knowing
    """),
    "about.mappa": lines("""
        [his level|the next review|the referral]
        [{su:full}|minutes of {date}|my update]
    """),
    "ask.mappa": lines("""
        [when|if] he is [listed|being heard]
        whether a referral [meets the bar|would be taken]
    """),
    "ask.idva": lines("""
        [if|whether] {vs} is [ok|safe|still at {address:vs}]
        when she last [saw|spoke to] {vs}
        if {vs} [has seen|has heard from] him [since {day}|at all this month|]
        for [her view of risk|an update on {vs}|the safety plan]
        if {vs} [knows|has been told] [about {day}|he is in {place:town}|we are involved]
        [what|how much] {vs} [wants|is willing] to [say|have shared]
        if {vs} has [kept the messages|rung it in|changed the locks yet|someone staying with her]
        whether {vs} would [agree to a marker|speak to the {?DC}|want to know if he moves]
        if {phone:vs} is still [the number|safe to ring]
        whether there's anything [new|she is worried about|behind {vs} going quiet]
    """),
    "ask.sw": lines("""
        if [{child}|either of the children] has been [seen|spoken to] [on {day}|alone|since {date}]
        whether he is [allowed|known to be] in the house
        for [the plan|the date of the next review|a copy of the agreement]
        who [is with|has been minding] the children [at night|when {vs} works]
        if the case is [staying open|still with {A.her}|going to a {?manager}]
        when [the next visit is|the assessment will be done]
        [how {child} is|what {child} has said] [since {day}|]
    """),
    "ask.ho": lines("""
        if he is [still living there|staying most nights|in arrears]
        who [is named on|signed] the {?tenancy}
        whether [the locks|a lock change] can be done at {address:vs}
        if there have been [complaints|visitors|callers at night]
        for [CCTV of {day}|a forwarding address|sight of his application]
        if {place:address} is [one of theirs|known]
        when he [last signed in|has to be out|is being seen]
    """),
    "ask.marac": lines("""
        when the case is [listed|being heard]
        for [minutes|the action list|dates]
        if {partner} has [ever been listed|been heard as well]
    """),
    "ask.forum": lines("""
        [what|if anything] is held on {place:address}
        if the referral has been [read|passed on|looked at]
        [whether|if] {su:full} [is|has been] [discussed|flagged] [since {month}|before]
    """),
}
