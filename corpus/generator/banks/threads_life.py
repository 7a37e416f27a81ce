"""Matters in hand that are about how he lives: drink, drugs, mood, keeping in touch."""
# ruff: noqa: E501 - a template is one line

from .notation import lines

LIFE = {
    "intro": {
        "about": lines("""
            [a new referral|new case to us|our referral]
            {su:full}, dob {dob:su}
            [what is known|any history|background]
            [information sharing|an info request|the form]
            {su:listed} CRN {crn:su}
        """),
        "ask": lines("""
            for [anything they hold|all they hold|a summary] on him [and {vs:full}|from the last two years|]
            if {su:full} [is open to them|is known|has a worker]
            who the [allocated worker|best person to speak to] is
            for [previous addresses|convictions|risk information]
            whether they can share without [his consent|a form]
        """),
        "tell": lines("""
            [he has been allocated to me|I have the case now|we have taken the case on]
            our work runs for about ten months [and most of it is behind the scenes|]
            {vs} is [{vs:full}|{vs:full} of {address:vs}]
            he does not know about us [yet|and should not until we say]
        """),
        "context": lines("""
            Tall, [shaved head|beard|glasses], [tattoo of a swallow|scar over one eye]
            Lives [alone|with {family}|between two places] as far as is known
            [Two|Three|No] previous partners known of
            {su:first} is said to be [charming|a loner|handy with his fists]
            They [split|parted] in {month} [but he won't have it|for the third time]
            {su:full} is {age:su}[, born {dob:su}|, dob {dob:su}|]
            {vs:full}, {age:vs}
            NHS no. {nhs:su}
            Last known address {address:su}, {postcode:su}
            Mobile {phone:su} [or {mobile}|]
            Relationship of about {n:2-14} years, on and off
            White {nrp}, here since {year}
            Nothing [recorded|known] about [work|{!need:health}|where he grew up]
            Case allocated [{past}|today]
        """),
    },
    "drinking": {
        "about": lines("""
            his [drinking|{!need:alcohol} use|lapse]
            [{!need:alcohol} and the {?RAR}|smelling of drink]
            the [detox|relapse]
            [the state he was in on {day}|{place:pub}]
        """),
        "ask": lines("""
            if he is [engaging|turning up|still drinking]
            for [test results|a breath reading|attendance since {month}]
            whether [they have noticed|there is] any change in his drinking
            when he was last [sober|seen sober|in drink with them]
        """),
        "tell": lines("""
            he [drove|walked home with {vs}|got in a fight] after [closing time|six pints] on {day}
            he [hides bottles in the cistern|tops up from a coffee cup|starts before work]
            {vs} [pours it away|counts the cans|knows by the sound of the key in the door]
            he is drinking [again|from the morning|a litre of vodka a day]
            he was [barred from|thrown out of] {place:pub} [on {day}|]
            he [smelt of drink|was slurring] at {time}
            he says he has [not touched a drop|cut down to weekends] but [{vs} says otherwise|he was seen in {place:pub}]
        """),
        "context": lines("""
            [Empties|Bottles] in the [recycling|hedge|bath]
            He was sober for [eleven days|his birthday|most of {month}]
            His dad [died of it|was the same]
            Falls asleep in the chair and [wakes up nasty|remembers none of it]
            {vs} can tell from his first word on the phone
            Drinks in {place:pub} [with his brother|from opening time|most days]
            {!need:Alcohol} is [a big part of this|his reason for everything]
            Worst on [pay day|match days|Sundays]
            He can get through [eight cans|a bottle of vodka] before [tea|lunch]
            Says he'd [knock it on the head|give up] if {vs} had him back
            Hands shaking, [yellow round the eyes|couldn't hold his cup]
        """),
    },
    "drugs": {
        "about": lines("""
            [his {!need:drug} use|{!need:drugs}|cocaine]
            his [script|methadone|missed pick ups]
            [dealing|cash] at {place:address}
            the positive test [on {date}|]
        """),
        "ask": lines("""
            if he has [dropped out|been tested|collected his script]
            what he is [prescribed|using on top]
            for the [last three results|test dates]
            whether there is [any intel on|talk of] [dealing|county lines]
        """),
        "tell": lines("""
            he [was seen|got picked up] behind {place:pub} [with a known dealer|scoring]
            he took {vs}'s [rent money|ring|laptop] to pay for it
            he is up for [two|three] days at a time and then sleeps [for one|the clock round]
            two lads came to {vs}'s door [asking for him|wanting their money]
            he [owes money|is in debt] to [a dealer|somebody at {place:pub}]
            he has been [using|smoking spice|snorting] [in front of {vs}|at work|since {month}]
            there's [foot traffic|people at all hours] at {place:address}
            he's [selling|swapping] his [tablets|script]
        """),
        "context": lines("""
            He was [jumpy|chatty|picking at his arms]
            Windows [blacked out|covered with foil]
            Says everyone on the site is at it
            Smell of weed [on the stairs|in the lift|on the baby clothes she says]
            Gets [paranoid|convinced he is being watched] on day two
            {vs} found scales [in the airing cupboard|under the sink]
            {!need:Drugs} since he was {n:13-17}
            Lost {n:1-2} stone, [sweating|grey|teeth bad]
            He says it's [only weed|for his back|under control]
            {vs} finds [wraps|bits of foil] [in the bathroom|down the sofa]
            {!need:Substance misuse} is not something he will [talk about|own]
        """),
    },
    "mood": {
        "about": lines("""
            [his mood|his {!need:mental health}|threats to kill himself]
            [the overdose|what he said about ending it|him saying he'd jump]
            [not taking his tablets|his medication]
        """),
        "ask": lines("""
            if he's [been assessed|on the ward still|safe]
            for [the plan|a discharge date|the outcome]
            whether he is [open to them|taking anything]
            how he [presented|seemed] on {day}
        """),
        "tell": lines("""
            he [gave his dog away|wrote letters to everyone|sent {vs} a photo of a rope]
            he [sat in the car with the engine on|walked out in front of a lorry] [on {day}|]
            he tells {vs} it'll be on her conscience
            he has [threatened to|said he will] [take tablets|drive into a wall] if {vs} [leaves|talks to anyone]
            he sounded [flat|very low|all over the place] on {day}
            he has not slept [since {day}|for three nights]
            he's [stopped|run out of] his [sertraline|tablets|meds]
        """),
        "context": lines("""
            [Cancelled|Slept through] the last one
            He eats [once a day|nothing but toast]
            Not [washed|shaved] for a week
            Says the tablets make him [numb|fat|worse]
            Has [plans|no plans] for the weekend
            Threats come when [he isn't getting his way|{vs} goes quiet]
            Said there's [no point|nothing left] then asked what time the football was
            He lost his [dad|brother|nan] in {month} and [has not been right since|won't speak of it]
            {!need:Mental health} [is the main thing for him|needs a proper look]
            Old scars on [both|his] arms
            He cried [for ten minutes|on and off]
        """),
    },
    "missed": {
        "about": lines("""
            [his attendance|missed appointments|non attendance]
            [the warning letter|a final warning]
            [him not turning up|DNAs]
            [the {?RAR} days|unpaid work]
        """),
        "ask": lines("""
            if he [turned up|attended|showed] [on {day}|]
            how many he's missed [now|since {month}]
            what [excuse|reason] he gave [this time|]
            for his next [appointment|date]
        """),
        "tell": lines("""
            he was [on a sunbed|at the match|fixing a car on {place:street}] at the time
            he [rang in from a club|has a letter from his mum|says his phone died]
            he has told {family} [he'd rather go inside|it is a waste of his time]
            he was [fine|well enough to be in {place:pub}|seen in town] on the day he [rang in sick|missed]
            he has [missed ours as well|not answered since {day}|told {family} he's finished with all of it]
            he [only comes|turns up] when he [thinks he'll be in trouble|wants something]
        """),
        "context": lines("""
            Same [excuse|cough] as {month}
            [Signed in|Walked in] and walked out again
            He turned up [on the wrong day|at the wrong office|and left when it ran late]
            Text at {time} to say he was on his way, then nothing
            Reason given was [his back|a funeral|the bus|no credit]
            That makes {n:2-5} [now|since {month}|in a row]
            He says [nobody told him|the letter went to {address:su}|he was at his nan's]
            Second time [this month|he has used that one]
        """),
    },
    "ending": {
        "about": lines("""
            [closing|the end of our work|case closure]
            [where things stand|a last check before closing]
            [what happens after we close|handover]
        """),
        "ask": lines("""
            if there is anything [outstanding|since {month}|new]
            whether [they are|anyone is] staying involved
            for their view on risk [now|at the end]
        """),
        "tell": lines("""
            he has [kept away|stuck to it|moved on] since {month}
            {vs} [has the number|knows who to ring] if it starts again
            nothing has come in from [anyone|any side] since {date}
            we [close|are closing] on {next}
            there has been [no report|nothing new] since {month}
            the risk [has gone down|is lower but not gone|depends on him staying put]
        """),
        "context": lines("""
            Ten months, [two|three] addresses, one [arrest|broken wrist|christening]
            Not sure it would have [stuck|gone this way] without the order
            He [shook hands|said cheers|asked what happens now]
            {vs} is back at work [and has cut her hair|three days]
            Started at high, [lower now|still up and down]
            Quieter than it has been
            No incidents known since {month}
            {vs} says she [feels safer|will believe it when she sees it|sleeps now]
            He's [in {place:town2}|working|with someone else] and [settled|less bothered]
            Closing summary [half done|to be typed up]
        """),
    },
}
