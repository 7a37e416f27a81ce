"""What is written beside the acts: thoughts, the service's own business, and look-alikes."""
# ruff: noqa: E501 - a template is one line

from .notation import lines

COLOUR = {
    "thought": lines("""
        [He's|SU's] [polite|pleasant] [to your face|on paper]
        [Two|Three] steps forward, [one|two] back
        [I'd|I would] not want to be the neighbour
        [Something|There's something] [off|not right] about the dates
        [Timeline|Chronology] [needs work|makes more sense laid out by month]
        {vs} has [been here before|done all that was asked of her] and [is weary of it|is still the one who has to move]
        [Money|Drink|Control] is [at the root|the thread] [of it|]
        [Hard|Difficult] to tell [who is telling the truth|how much is for show]
        [For what it's worth|My own view]: he [won't stop|is scared of losing face|is lonelier than he lets on]
        [It's|This is] the [first|second] [time|week] [nobody|no one] has [rung about him|had a complaint]
        [Not sure|I'm not convinced] [how much of this is true|what he's after|that {vs} is getting the whole story]
        [Risk|My view is that risk] [remains|is still] [high|raised] [as|because] he [has nothing to lose|knows where she is]
        [Feels|Seems] [calmer|worse] than [last month|in {month}]
        Pattern [again|as before]: [pay day, drink, row|flowers then phone calls|goes quiet then turns up]
        [Worrying|Of concern] that nobody [has seen {vs} on her own|knew about the car|joined this up before]
        {vs} will [not|never] [say this in front of him|press charges]
        [Good news|Some progress] for once
        Hope this [lasts|is the end of it]
        He may [drop|lose] the act [soon|when {partner} leaves]
        [Picture|Story] is [different every time|starting to make sense|muddied]
        [A bit|Quite] [of a mess|confusing], [two versions of everything|dates don't match]
        Mark of how [scared|isolated] she is that she [rang from work|gave the wrong name]
        He drew [a line under it|breath] and [changed the subject|asked about the weather]
        Nothing to [suggest|show] he has [changed|stopped]
        [Weather|Traffic] [foul|terrible], [ten minutes late|got lost on the way]
        [All quiet|Quiet week|No news] [otherwise|since {day}|]
        Grace period [until|ends] {wday}
        [Took|Taken] in good faith but [I have my doubts|it does not add up]
        [Rose|He rose] to the bait [again|, as he does]
        Summer [will be|is going to be] hard, [long nights|he's off work]
        [Gone|He was gone] before dawn
        [Left|He left] her to foot the bill [again|]
        [Another|Some] guy from [work|the flats] [vouched for|stood up for] him
        Sunny day and he was in a [good|foul] mood, [no telling why|go figure]
        {vs} takes joy in [the garden|her nieces] and not much else
        To be frank [nobody|no one] [knows|can say] where he sleeps
        [You'd|You would] have to pat him on the back for [turning up|staying sober], he says
    """),
    "person": lines("""
        {su:first} [is|looks] [tall|thin|well turned out], [tattoo on his neck|limp|soft voice]
        {vs:first} and {su:first} have known each other since [{place:school}|work|they were {n:14-19}]
        {vs:first}'s email is {email:vs}, [he may know the password|safe|not safe]
        [Safe|New] email for {vs}: {email:vs}
        {su} is {age:su}, {vs} [is|] {age:vs} [and {partner} {age:partner}|]
        {partner:full}, {age:partner} yrs, [{nrp:vs}|half {nrp}], [lives at {place:address}|no kids known]
        {vs}'s family are {nrp:vs} and [want her home|have taken his side|will not talk to anyone]
        [Big|Little] age gap, he's {age:su} and {vs} was {n:16-19} when they met
        He [goes by|is] {handle} on [instagram|snapchat|tiktok], {vs} is {her_handle}
        {su:full} also uses [the name {su:nick}|his mum's surname]
        {vs:full} lives at {address:vs}, {postcode:vs}
        [He is|SU is] [{nrp}|part {nrp}] and [moved here at {n:3-16}|his family don't know|his mum is {nrp}]
        {vs} can be reached on {phone:vs} [after {time}|by text only|]
        {vs:initials} is [{age:vs}|{age:vs} years old], [nothing known about {!need:health}|works in a shop]
        Mr {su:bare} [has|had] a [brother|cousin] in {place:town}
        Known to friends as {su:nick}
        {su:listed}, dob {dob:su}, NHS {nhs:su}, CRN {crn:su}
        {vs:full} DOB {dob:vs}
        {partner:full} is the [ex|new partner|neighbour]
        {su:first} goes to the gym on {place:street2} and [nowhere else|trains most nights]
        {family:full} lives at {place:address}
        Spelling of his name is {su:full} [not {su:slip}|]
        {su:first}'s [facebook|insta] is {handle}
        {vs:first}'s [account is|page is] {her_handle}
        {su:lower} or {su:nick}, depends who you ask
        {su:LISTED} on [the list|the file]
        {vs:dotted} is safe and well
    """),
    "intent": lines("""
        [Leave|Hold] it a week and then [ring|email] {!plan:@sw.w}
        Should [really|also] loop in {!plan:@kw} [at some point|next time]
        [Note|Reminder] to self: {!plan:@gp.w} letter, {!plan:@dwp.b}, [parking permit|expenses]
        [Tomorrow|{wday}]: {!plan:@idva} first, then {!plan:@police}
        [Going|Hoping] to see {!plan:@mh} [at some stage|in the new month]
        [Next step|Then] is {!plan:@ho.b}, [if they answer|after {wday}]
        [To|Need to|Will] [chase|ring|email] {!plan:@om} [{wday}|tomorrow|next week|when back]
        [To|Must|Will] [ask|check with] {!plan:@idva} [about this|before anything else|first thing]
        [Plan|Next]: {!plan:@police}, {!plan:@idva}[, letter|, file note|]
        [To do|Actions for me] - {!plan:@ho.w}, {!plan:@kw.w}, [write up|risk form]
        I'll [try|speak to] {!plan:@A} [again|] [{wday}|tomorrow|after leave]
        Might have to [go back to|lean on] {!plan:@om} [if nothing changes|over this]
        [Thinking about|Considering] a referral to {!plan:@forum.b} [if it happens again|should it get worse]
        Bring [up|this] with {!plan:@marac.b} [next time|in due course]
        [Aim|Hope] to [start|finish] [the wheel|time out work] with him [next session|before {month}]
        [Intend|Plan] to visit {!plan:@hmp.b} [in {month}|once it's confirmed where he is]
        Await [events|developments], then [decide|ring] {!plan:@A}
        [Will|To] text {su} [{wday}|tomorrow|later]
    """),
    "supposed": lines("""
        {vs} said she'd call {!hypothetical:social services} herself if [he comes near|it were her sister's kids]
        If it [goes wrong|blows up] we could ask for {!hypothetical:a MARAC} [the same week|]
        He reckons {!hypothetical:a solicitor} would [get it thrown out|sort it]
        [Perhaps|Maybe] {!hypothetical:the GP} would help if he went
        He would rather {!hypothetical:prison} than [move out|pay her a penny]
        If he [turns up|comes back] {vs} [will|would] ring {!hypothetical:police}
        {vs} [might|may] [go to|try] {!hypothetical:the refuge} if [it gets worse|he's released]
        [He would|SU'd] like [{!hypothetical:a counsellor}|{!hypothetical:a social worker} of his own]
        [He could|He'd] end up in {!hypothetical:prison} [if he carries on|he says]
        Would be worth a {!hypothetical:psychologist} [if money allowed|one day]
        Should it go to {!hypothetical:court} she would [want|need] screens
        [Threatens|He threatens] to [go to|report us to] {!hypothetical:the council}
    """),
    "negated": lines("""
        [Isn't|He's not] under {!negated:probation} [any more|since {month}]
        There is no {!negated:restraining order or police marker} [at present|on this address]
        {vs} will not [speak to|see] {!negated:Women's Aid} [again|]
        [Nobody|No one] rang {!negated:the police} [at the time|on {day}]
        {su} does not [use|have anything to do with] {!negated:drug services}
        Never had {!negated:a housing worker}
        {vs} [doesn't|does not] want [an|a] {!negated:Idva}
        [No|Not open to] {!negated:@om} [as|because] [not on an order|his order ended in {month}]
        [Never|He has never] [been to|seen] {!negated:mental health services}
        No {!negated:@sw.w} [involved|allocated] [as no kids|]
        {vs} did not [report|tell] {!negated:police}
        [Isn't|Not] [known to|on the books of] {!negated:@kw.b}
        [No|There's no] {!negated:@ho.w} [since he was evicted|for this block]
        {su} [hasn't|has not] got {!negated:a GP}
    """),
    "history": lines("""
        [Worked|He worked] with {!history:a drugs worker} [in {year}|for a summer] and [liked him|stopped going]
        [Sectioned|He was sectioned] {!history:in hospital} in {year}
        {!history:MAPPA} [years ago|back in {year}] for [an arson|a stabbing] [on his uncle|]
        [Evicted|He was evicted] by {!history:the council} in {year}
        Lost touch after {!history:the Idva} in {place:town2} [left|closed it] in {year}
        His [dad|brother] did [six|ten] years in {!history:HMP} somewhere up north
        [Was|He was] [in {!history:prison}|at {!history:HMP} {place:prison}] [in {year}|for two years|as a young man]
        [First|Previous] [{!history:Marac}|{!history:MARAC}] was in {year} with [another|a different] partner
        [Grew up|He was] in [{!history:care}|a children's home] until {n:12-17}
        [Excluded|Expelled] from {!history:school} at {n:12-15}
        {!history:Police} [attended|were called] {n:4-20} times [in|back in] {year} [under his old surname|]
        [Before all this|In {year}] he had [a {!history:council} place|{!history:a social worker}|{!history:an alcohol worker}] [and lost it|]
        [Had|He saw] {!history:a CPN} [in {year}|as a teenager]
        Previous [{!history:probation} order|{!history:crown court} conviction] {year}
        {vs} was in {!history:a refuge} [in {year}|with an ex]
    """),
    "sense": lines("""
        {!sense:Court shoes} [and a smart coat|on], off to [a wedding|her interview] [she said|]
        His {!sense:order} from [the catalogue|the kebab house] [went|was sent] to her address
        The {!sense:ward} councillor [lives next door|knows the family]
        He was {!sense:nursing} a {!sense:drink} [on the step|in the window] [when I drove by|]
        Dog is called {!sense:Police} of all things
        {vs}'s sister is a {!sense:police dispatcher} [in {place:town2}|elsewhere] so [be careful|she hears things]
        {!sense:Old school} about women, his words
        {!sense:Schooled} in {place:town}, [left with nothing|good at maths]
        It is a {!sense:prison} of his own making [he says|]
        He plays [five a side|darts] for the {!sense:GP} garage team
        He has the box room at a {!sense:school friend}'s [for now|until they fall out]
        {!sense:PC} [is broken|slow today] so [typing this up late|notes behind]
        {!sense:Tennis court} [behind|next to] the flats is where he [sits|drinks]
        {!sense:Drive} is blocked with [an old fridge|a caravan]
        [Files|Form] saved to the [shared|team] {!sense:drive}
        {!sense:Probationary} period at {place:work} until {month}
        Booked into a {!sense:youth hostel} [at {place:town2}|for a stag do]
        {!sense:Driving school} will not refund him
        {vs} works at {!sense:the hospital} shop
        She does [bar work|cleaning] at {!sense:the courts} [three nights|]
        He was {!sense:policing} who she spoke to
        {!sense:Housing estate} is a maze, [park by the shops|no lighting]
        {!sense:Council tax} bill on the mat
        {vs} is training as {!sense:a nurse}
        {!sense:SW} corner of the car park is where he waits
    """),
    "place": lines("""
        [Met|Waited for] nobody in particular by the {!place:court} steps, [he walked past|false alarm]
        {place:street} runs from the {!place:school} down to the canal
        Bus goes via the {!place:hospital} so [he has an excuse|it takes an hour]
        He gets his [chips|paper] from the shop below the {!place:housing office}
        Row took place in the {!place:Jobcentre} queue [in front of everyone|]
        [Flat|Place] overlooks the {!place:nursery} [playground|]
        He [parks|waits] [by|opposite] the {!place:police station} [cheeky|]
        Lives [behind|over the road from] the {!place:hospital}
        {vs} was seen at the bus stop [outside|by] the {!place:court}
        [Bumped into him|He was seen] by {!place:the Jobcentre}
        [Car was|Left] in the {!place:council} car park
        Shop is next to {!place:the surgery}
        There's a bench outside {!place:the school} he uses
    """),
    "need": lines("""
        {!need:Housing}[ - |, ]nothing he can afford round here
        [Talked|Went on] about {!need:benefits} and the price of [fags|rent]
        {!need:Drugs}, {!need:alcohol}, {!need:debts}: same three as at the start
        His {!need:mental health} [goes up and down|comes up whenever he is challenged]
        Would take {!need:housing} over [anything|everything] else we could do
        Low on the list: {!need:work}, {!need:health}
        [Needs|Main needs]: {!need:housing} [/|,] {!need:mental health} [/ ETE|]
        {!need:Housing} and {!need:benefits} are [his two big things|all he talks about]
        [Wants|He wants] help with {!need:drugs} [but not yet|he says]
        {!need:Alcohol} and [anger|sleep] [as usual|]
        {su} [brought up|mentioned] {!need:housing} [again|]
        {!need:Health} [not good|is poor], {!need:mental health} up and down
    """),
    "admin": lines("""
        Supervision [today|session|this am], [case stays open|no change to risk|contact decision same as before]
        Case file audit, [two forms missing|chronology to be typed]
        [Risk|Needs] assessment [updated|reviewed] on system
        [Chronology|Case notes] brought up to date
        [Annual leave|On leave|Sick] [from {date}|until {next}]
        [Case discussed|Brief chat] in [team meeting|group supervision], [nothing new|others agree]
        [Consent|Allocation] form [scanned|uploaded]
        [Transferred|Passed] to me from [{person:cm2}|{name:cm2}] [as she is leaving|while off sick]
        Quarterly return [done|sent in by admin]
        [Mileage|Time sheet] done
        Case discussion with [PA|practice advisor], [good ideas|feels it's stuck], [nothing to change yet|revisit in {n:2-6} weeks]
        Note [added|typed] late, [system down|laptop died]
    """),
    "template": lines("""
        {!template:Case note - multi agency contact (police / probation / IDVA / housing) - delete as needed}
        {!template:Sent securely, tell the council at once if you are not who it was meant for}
        {!template:Contact type: Police / Probation / CSC / Housing / Other (tick)}
        {!template:MARAC minutes are confidential, lock them away}
        {!template:Working with police and partners for safer homes}
        {!template:Do not share outside the Marac}
        {!template:Think of the trees, the council asks you not to print this}
        {!template:If you or someone you know is at risk ring the police on 999}
        {!template:Agencies informed: police Y/N, CSC Y/N, Idva Y/N}
    """),
    "victim": lines("""
        {vs} [rang|texted] [me|the office] [by mistake|], [gave her the right number|reassured]
        [Spoke|TC] to {family} who says [everything is fine|he is at work|to leave them alone]
        {family} [rang|called] [wanting|asking] to [know where he is|make a complaint]
        {vs} [seen in town|walked past] and [looked well|didn't see me]
        {family} [popped in|came to the office] with [his post|a bag of clothes]
    """),
}
