"""What each agency has to say: clauses that follow "says", a colon or a dash."""
# ruff: noqa: E501 - a template is one line

from .notation import lines

FACTS = {
    "fact.om": lines("""
        he [missed|DNA'd] {wday} [and has been sent a warning|, no excuse given|, says he was ill]
        he [attends|has come] every week but [gives nothing away|it's all yes miss no miss|is out of the door in ten minutes]
        he [is|was] [late|rude|in drink|tearful|flat] at his [last appointment|appointment on {date}]
        case is being [moved|transferred] to [a colleague|another office|the {place:town} team]
        his {?order} [ends|runs out] [in {month}|on {next}]
        he has {n:5-25} {?RAR} days left and hasn't [started|done any of] them
        [BBR|the programme] won't take him [until {month}|while he denies it|with a waiting list this long]
        there's been a change of worker [again|, third since {month}], [details to follow|so start from scratch]
        OASys puts him at high [risk of serious harm|to known adults] [now|, was medium]
        he's told them he's [single|working away|off the drink|moved to {place:address}]
        he kicked off in reception on {wday} and had to be [asked to leave|walked out]
        {A.his} next appointment with him is {next} at {time}
        the PSR [recommends a {?community order}|isn't back] and [she'll|he'll] send [it|a copy] on
        he [spends|spent] the whole session [blaming {vs}|on his phone|crying about the dog]
        he signed to say he [understands|has read] his {?licence}
        he does {?unpaid work} on {days} [in a shop|picking litter|and turns up for that]
        there's nothing [new|to add] [their end|since we last spoke|this month]
    """),
    "fact.police": lines("""
        there have been no [calls|incidents|reports] [to the address|on the system|involving either of them] since {date}
        there were {n:2-6} calls to {address:vs} [in {month}|this year]
        {crime} [is still open|has been filed, no further action|was finalised on {date}]
        he was [stop checked|seen by a patrol] on {place:street2} at {time} [with a female|in {plate}|]
        {vs} [declined|would not give] a statement [again|on the night|and retracted the first]
        [he's|he is] on {?bail} to {address:family1} with no contact conditions
        the body worn [shows|picked up] [him threatening her|her crying in the hall|damage to the door]
        the log for {day} [is brief|says both in drink|has him leaving before they got there]
        there's a marker on [the address|{vs}'s phone|{plate}]
        his PNC is {pnc}, {n:9-40} previous [, mostly violence|for {n:14-70} offences]
        he's [wanted|outstanding] for [failing to attend|an assault in {place:town}]
        the file is [with a sergeant|sat waiting for medical evidence|going for advice this week]
        [an officer|someone from the team] has been [trying|round] [at|to] {address:su} and no one is in
        there's [nothing|no trace] on {mobile}
        ref is {crime} and [the DC|whoever has it] is on lates until {wday}
        DASH was [medium|high, 16 ticks|standard, by a new officer]
    """),
    "fact.idva": lines("""
        {vs} [hasn't|has not] [seen|heard from] him [since {date}|for {n:2-6} weeks|]
        {vs} is [not picking up|screening calls|worn out|doing better]
        {vs} [saw|thinks she saw] him [on {place:street}|outside the shops] on {day}
        {vs} has [taken him back|let him stay|met up with him] [again|and is worried we'll judge her|]
        she can't [get hold of|get an answer from] {vs} [since {wday}|, {n:2-5} weeks now]
        {vs} has [a new number, {phone:vs}|changed her number]
        {vs} wants to [move|drop it|know where he is]
        [safety plan is in place|locks have been changed|the alarm's been fitted]
        {vs} disclosed [strangulation|he put his hands on her throat|more than she has told anyone]
        {vs} [cannot talk|is only safe to call] [when he's in|after {time}|on {days}]
        {vs} has been told by [{family}|a friend] he's [got someone else|coming for his things|saying sorry to everyone]
        {vs} says things have been [quiet|ok|up and down] [since {month}|lately|for a bit]
        she is on leave [until {next}|next week], cover is the duty line
        case is closed to them as {vs} [won't engage|asked them to|has moved out of area]
        {vs} is {n:9-33} weeks pregnant
        {vs}'s [sister|mum|friend] now [stays most nights|has the spare key]
    """),
    "fact.sw": lines("""
        [the assessment|{A.his} visit] [is finished|went ok|has been put back to {next}]
        {vs} [did not answer the door|was guarded|seemed frightened] [at {A.his} visit|on {date}|]
        he [was|wasn't] there when {A.she} [called round|visited] on {wday} [and hid upstairs|in his boxers|]
        {child} [wouldn't talk|drew dad very big|says dad sleeps there]
        the next visit is [{next}|on {wday}, unannounced]
        he has not [replied to|answered] [letters|any of {A.his} calls]
        case is [stepping down|transferring|going to a manager] [in {month}|]
        he's [asked for|demanding] contact and [won't|refuses to] [be assessed|come in]
        the children are [at {family}'s|doing well|still in her care]
        {vs} has signed [the agreement|to say he will not be at the house]
        {A.she} has [left messages|written] and had nothing from him
        there's history with [an older child|a child of his in {place:town2}]
        {A.she} is [new|agency] and hasn't read [the file|all of it]
        there are no concerns [this month|from {A.his} side|since {month}]
    """),
    "fact.ho": lines("""
        he [has not|hasn't] slept there since {day}
        his rent is {n:3-11} weeks behind
        there have been complaints of [shouting|music|banging] from {address:su}
        he was [warned|spoken to] about [visitors|smoking in his room|his language to staff]
        {vs} is [not|no longer] on the {?tenancy}
        a woman [and a baby were seen|has been heard] in his room
        the notice [was served|runs out] [on {date}|{next}]
        he [signed in|was back] at {time} [most nights|on {day}]
        his application [needs ID|has been closed|is band {n:2-4}]
        keys were handed back [on {past}|without his name on the form]
        the flat is [a mess, two doors off|empty|in good order]
        he owes £{n:200-900} and has [a plan|ignored three letters]
        there's nothing [suitable|in his area] until {month}
        CCTV has him in the lobby [with {vs}|at {time}] on {date}
    """),
    "fact.kw": lines("""
        he [has missed|DNA'd] [two|three|his last] [pick ups|groups|key work sessions]
        he is [on|down to] {n:20-60}ml and collecting [daily|most days]
        he [tested positive|gave a positive] for [cocaine|opiates|benzos] [on {date}|three times running]
        he [turns up|comes] but [won't go in the group|sits by the door|says he is there for the {?order}]
        he was discharged [for non attendance|in {month}]
        he blew {n:20-95} at {time}
        he tells them he's [dry|clean|drinking four cans]
        a detox bed is [two months off|not funded]
        he's been honest about [a lapse|the crack] for once
        they have not seen him since {date}
    """),
    "fact.mh": lines("""
        he is [not known|open|closed] to them
        he was seen [as an emergency|by the duty doctor] on {date} and [sent home|given a number to ring]
        he [didn't|did not] [opt in|attend his assessment]
        there's no {!need:mental illness}, [behavioural|it's drink]
        he's on the ward [until {wday}|under section 2|informally]
        waiting list is {n:9-30} weeks
        his meds were [changed|upped] in {month}
        he told them he had [thoughts of harming {vs}|no one to live for]
    """),
    "fact.gp": lines("""
        he [is|is no longer] registered [there|]
        he was last seen {date} with [his back|low mood|a hand injury, fracture]
        they can't [share without|say anything without] [signed consent|a form]
        a sick note was issued to {next}
        his NHS no is {nhs:su}
        he has [not collected|run out of] his [tablets|sertraline]
        he was [rude|threatening] to [staff|the front desk] and is on a warning
    """),
    "fact.hosp": lines("""
        {vs} was seen on {date} with [a broken wrist|bruising|concussion] and [left before treatment|said she'd fallen]
        he [discharged himself|left before being seen] at {time}
        he came in on {day} [with cuts|having taken tablets]
        discharge is likely {wday}
    """),
    "fact.hv": lines("""
        he [answered the door|was on the sofa|sat in] [at her visit|when she called]
        {vs} was [tearful|quiet|on her own] at clinic
        the baby is [gaining weight|well|due {next}]
        {vs} missed [two|her last] appointments
    """),
    "fact.teacher": lines("""
        {child} [was|has been] [late|absent] {n:3-12} times [since {month}|this term]
        {child} [told a TA|wrote in a book] that dad [hurts mum|came in the night|broke the door]
        he [came|turned up] to parents evening [and behaved|in drink]
        attendance is {n:71-93}%
        {child} is [quieter|clingy|hitting other children]
        he rang [the office|twice] [wanting|asking for] {child}'s timetable
        {vs} collects and [looks worn out|stays to talk]
    """),
    "fact.marac": lines("""
        the case is [listed|on the list] for {next}
        minutes will be [out|with us] by {wday}
        there are {n:14-28} cases on so it'll be short
        actions from {date} are all [complete|done bar one]
    """),
    "fact.mappa": lines("""
        he does not [meet the criteria|come under level 2]
        he's [managed at level|a category] {n:2-3}
        next review is {next}
    """),
    "fact.forum": lines("""
        they [hold|have] nothing on [this address|the family] since {year}
        it has [been passed on|gone for a decision]
        he was discussed [under another name|in {month}]
    """),
    "fact.hmp": lines("""
        he is [due out|being released] [{next}|in {month}]
        he is [on|off] the wing for [fighting|spice|his own safety]
        his PIN has [four numbers on it|{vs}'s old number on it]
        he's had [visits|one visit] from [{family}|a woman giving the name {partner}]
        number is {prisonno}
        {?HDC} was refused
        he is [quiet|compliant|in the seg]
    """),
    "fact.court": lines("""
        he got {n:8-40} weeks [suspended|]
        it's listed for {next} at {time}
        trial [is vacated|has been put back to {next}]
        a {?restraining order} was [made|granted] for [two years|12 months|five years]
        {vs} [has asked for screens|did not turn up]
        charge was [dropped to common assault|discontinued|amended]
        he was remanded to {next}
    """),
    "fact.dwp": lines("""
        he is [signing on|sanctioned until {next}|on ESA]
        he [missed|failed to sign on] {wday}
        [his claim|a claim] gives {place:address} [as home|]
        they [can't tell us anything|need his NI number]
    """),
    "fact.council": lines("""
        there have been {n:3-9} noise complaints
        a warning letter [went|was sent] on {date}
        they have [nothing|no record] for the address
    """),
    "fact.ovs": lines("""
        {vs} [arrived|moved in] [safely|on {date}]
        {vs} has [not been|been] to the group
        {vs} left on {wday} [without saying|and went to her mum's]
        {vs} has had [three calls|post] she thinks is from him
    """),
}
