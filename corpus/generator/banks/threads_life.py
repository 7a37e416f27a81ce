"""Matters in hand that are about how he lives: home, work, drink, money, health, family."""
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
    "address": {
        "about": lines("""
            [his whereabouts|where he is living|change of address]
            {place:address}
            {place:address}, {place:postcode}
            him [sofa surfing|staying at {family}'s|being of no fixed abode]
            [who is at|post going to] {address:su}
        """),
        "ask": lines("""
            [what|if the] address they have for him [is|is still {address:su}]
            if {place:address} is known [to them|for anything]
            for a [current|forwarding] address
            who else [lives at|is on the bills for] {place:address}
            when he was last seen at {address:su}
        """),
        "tell": lines("""
            he [gives|has given] {place:address} as his address
            he's [been sleeping in his van|on {family}'s sofa|back at {vs}'s four nights a week]
            he has moved to {place:address} {place:postcode}
            there is [post|a giro] for him at {vs}'s [still|]
            nobody has answered at {address:su} [for a fortnight|since {date}]
        """),
        "context": lines("""
            Address given as {place:address}, {place:postcode}
            {vs} says he [comes and goes|still has a key|leaves before it's light]
            He has [been kicked out by {family}|fallen out with his landlord|nowhere to put his things]
            That's round the corner from {vs}, [{n:3-9} minutes on foot|one street over]
            Curtains shut, two bins out, [dog barking|lights on upstairs]
            It's a [top floor|one bed|damp] flat on {place:street}
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
            he is drinking [again|from the morning|a litre of vodka a day]
            he was [barred from|thrown out of] {place:pub} [on {day}|]
            he [smelt of drink|was slurring] at {time}
            he says he has [not touched a drop|cut down to weekends] but [{vs} says otherwise|he was seen in {place:pub}]
        """),
        "context": lines("""
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
            he [owes money|is in debt] to [a dealer|somebody at {place:pub}]
            he has been [using|smoking spice|snorting] [in front of {vs}|at work|since {month}]
            there's [foot traffic|people at all hours] at {place:address}
            he's [selling|swapping] his [tablets|script]
        """),
        "context": lines("""
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
            he has [threatened to|said he will] [take tablets|drive into a wall] if {vs} [leaves|talks to anyone]
            he sounded [flat|very low|all over the place] on {day}
            he has not slept [since {day}|for three nights]
            he's [stopped|run out of] his [sertraline|tablets|meds]
        """),
        "context": lines("""
            Threats come when [he isn't getting his way|{vs} goes quiet]
            Said there's [no point|nothing left] then asked what time the football was
            He lost his [dad|brother|nan] in {month} and [has not been right since|won't speak of it]
            {!need:Mental health} [is the main thing for him|needs a proper look]
            Old scars on [both|his] arms
            He cried [for ten minutes|on and off]
        """),
    },
    "tenancy": {
        "about": lines("""
            [his {?tenancy}|rent arrears|the notice]
            [the {?eviction}|noise complaints|damage to the flat]
            [the locks at {address:vs}|a change of locks|the spare key]
            his application, ref {ref}
            {?bidding} [and his banding|]
        """),
        "ask": lines("""
            if he is [still on|named on] the {?tenancy}
            how much he [owes|is in arrears]
            whether [the locks|a lock change] can be done [this week|at {address:vs}]
            who [signed|is down as living there]
            when the notice runs out
        """),
        "tell": lines("""
            he [is not|hasn't been] living at [the flat|{address:su}] [and is sub letting it|]
            {vs} [wants|is desperate] to come off the joint {?tenancy}
            the neighbours are [frightened of him|moving out because of the noise]
            he has [lost|been offered|turned down] a place on {place:street2}
        """),
        "context": lines("""
            {!need:Housing} is what he [wants to talk about|is bothered by]
            Arrears of £{n:200-990} [and rising|]
            {!sense:Council house} [next door|opposite] is boarded up
            He'd like [somewhere with a garden|to be nearer {family}|a ground floor flat]
            Keys handed back [{past}|but he'd had copies cut]
            Reference {ref}
        """),
    },
    "job": {
        "about": lines("""
            [his job|work|shifts at {place:work}]
            [him starting at|losing his job with] {place:work}
            [sick notes|his hours]
        """),
        "ask": lines("""
            if he's [working|still at {place:work}|signed off]
            what [shifts|hours] he is on
            whether work is [a reason he can't attend|checked by anyone]
        """),
        "tell": lines("""
            he has [started|been sacked] at {place:work}
            he's working [nights|cash in hand|away in {place:town2}] [until {day}|]
            his [hours|shifts] mean he's [free|about] at [home time|bed time]
        """),
        "context": lines("""
            Works at {place:work}[, nights|, when there is any|]
            He was let go after [a row with the gaffer|not turning up|failing a test]
            Payday is [the last Friday|every Thursday] and that is when it starts
            Wants to [drive lorries|get his forklift ticket|go back on the scaffolding]
        """),
    },
    "money": {
        "about": lines("""
            [his {!need:benefits}|money|a sanction]
            [the loan in {vs}'s name|{vs}'s bank card|debts]
            [maintenance|universal credit|joint account]
        """),
        "ask": lines("""
            if a claim is [open|in joint names]
            whether [he's|he has been] sanctioned
            if {vs} has [her own account|access to any money]
        """),
        "tell": lines("""
            he has [taken out loans|run up £{n:800-4000}] in {vs}'s name
            he's [holding|got] her [bank card|child {!need:benefit}]
            he is claiming [as single|from two addresses]
            {vs} has to ask him for [bus fare|nappy money|every penny]
        """),
        "context": lines("""
            {!need:Benefits} stopped in {month}
            He owes [{family} £{n:40-400}|a mate|the catalogue]
            {vs} is [down to her last tenner|using the food bank|a month behind]
            Fridge [empty|had milk and not much else]
            He sold [her ring|the telly|her sister's bike]
        """),
    },
    "family": {
        "about": lines("""
            {family}
            [pressure from {family}|messages through {family:full}|his mum]
            [{family}'s|his mother's] [address|part in this]
        """),
        "ask": lines("""
            if [{family}|{family:full}] has [been in touch|rung them]
            whether {family:full} is known
            what [{family}|his mum] has been told
        """),
        "tell": lines("""
            {family} has been [turning up at|ringing] {vs}'s [work|mum's]
            {family:full} [is letting him use|has given him] [the car|her address|money]
            {family} [says|is sure] he's [not well|changed|back on it]
        """),
        "context": lines("""
            {family} [thinks|is of the view] {vs} is to blame
            {family} rang, [upset|shouting|wanting to know why he's been singled out]
            {family} has [had enough|washed her hands of him|been lending him money]
            TC from {family} - [he has not been home|he took the car|he's in a state] since {day}
            {family} wouldn't [open the door|say where he was|give a number]
            His nan {!sense:nursed} him through it
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
            he was [fine|well enough to be in {place:pub}|seen in town] on the day he [rang in sick|missed]
            he has [missed ours as well|not answered since {day}|told {family} he's finished with all of it]
            he [only comes|turns up] when he [thinks he'll be in trouble|wants something]
        """),
        "context": lines("""
            Reason given was [his back|a funeral|the bus|no credit]
            That makes {n:2-5} [now|since {month}|in a row]
            He says [nobody told him|the letter went to {address:su}|he was at his nan's]
            Second time [this month|he has used that one]
        """),
    },
    "move": {
        "about": lines("""
            [{vs}'s move|{vs} moving|V/S's new place]
            [keeping the new address quiet|the address being given away]
            [the panic alarm|security at hers|the ring doorbell]
        """),
        "ask": lines("""
            how {vs} is [settling|doing]
            if {vs} has [a date to move|somewhere to go]
            [whether|if] he could have [found out|got the address] [from anyone|]
        """),
        "tell": lines("""
            he [knows|has guessed] she's in {place:town}
            he has been asking [round|her mates|{family}] where {vs} is
            post for {vs} is still going to {address:vs}
            he [was told|heard] the name of the [road|town] by mistake
        """),
        "context": lines("""
            {vs} is [out|gone] and he doesn't know where
            New place is in {place:town2}, [she likes it|small but clean|she misses her mum]
            {vs} thinks about going back [most days|when money is short]
            She left with two bags and the [cat|pushchair|buggy]
            Her number is now {phone:vs}, [not to be given out|text only|safe after {time}]
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
            we [close|are closing] on {next}
            there has been [no report|nothing new] since {month}
            the risk [has gone down|is lower but not gone|depends on him staying put]
        """),
        "context": lines("""
            Quieter than it has been
            No incidents known since {month}
            {vs} says she [feels safer|will believe it when she sees it|sleeps now]
            He's [in {place:town2}|working|with someone else] and [settled|less bothered]
            Closing summary [half done|to be typed up]
        """),
    },
}
