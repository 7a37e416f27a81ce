"""Matters in hand that are about home: address, tenancy, work, money, moves, family."""
# ruff: noqa: E501 - a template is one line

from .notation import lines

HOME = {
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
            he [tells everyone a different road|uses {family}'s for post and sleeps somewhere else]
            there's a light on at {address:su} [at night|after midnight] but no one answers
            his [dog|bike|van] is outside {place:address} [most mornings|every day this week]
            he [gives|has given] {place:address} as his address
            he's [been sleeping in his van|on {family}'s sofa|back at {vs}'s four nights a week]
            he has moved to {place:address} {place:postcode}
            there is [post|a giro] for him at {vs}'s [still|]
            nobody has answered at {address:su} [for a fortnight|since {date}]
        """),
        "context": lines("""
            The flat has [no carpet|a mattress and a telly|his name on the bell]
            [Landlord|Man downstairs] says he pays in cash
            Mail piled up behind the door
            He was [vague|cagey] about who else has a key
            Address given as {place:address}, {place:postcode}
            {vs} says he [comes and goes|still has a key|leaves before it's light]
            He has [been kicked out by {family}|fallen out with his landlord|nowhere to put his things]
            That's round the corner from {vs}, [{n:3-9} minutes on foot|one street over]
            Curtains shut, two bins out, [dog barking|lights on upstairs]
            It's a [top floor|one bed|damp] flat on {place:street}
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
            he [took the boiler|stripped the flat|left the taps on] before he went
            he has put {vs}'s name on [the gas|a second claim|the water bill]
            he [let himself in|was in the stairwell] when {vs} got home
            he [is not|hasn't been] living at [the flat|{address:su}] [and is sub letting it|]
            {vs} [wants|is desperate] to come off the joint {?tenancy}
            the neighbours are [frightened of him|moving out because of the noise]
            he has [lost|been offered|turned down] a place on {place:street2}
        """),
        "context": lines("""
            Ceiling is down in the [bathroom|hall]
            Has to be out by {next}
            He was offered [a room on {place:street2}|a bedsit] and turned his nose up
            Says he'd sooner sleep in the van
            {vs} paid the deposit and has never had it back
            {!need:Housing} is what he [wants to talk about|is bothered by]
            Arrears of £{n:200-990} [and rising|]
            The {!sense:council house} [opposite|on the corner] is boarded up
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
            he was [asked to leave site|seen asleep in the van|sent home] on {day}
            he [got|was given] a [final warning|pay rise|company phone] at {place:work}
            {place:work} have [let {vs} go|moved {vs} to days] because of him turning up
            he has [started|been sacked] at {place:work}
            he's working [nights|cash in hand|away in {place:town2}] [until {day}|]
            his [hours|shifts] mean he's [free|about] at [home time|bed time]
        """),
        "context": lines("""
            Up at 4, back at 3
            Boss thinks he's [a grafter|a liability]
            Hurt his [hand|shoulder] [lifting|and is making the most of it]
            Wages go [on the machines|in {family}'s account|over the bar]
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
            he [cleared the joint account|sold her car|cancelled the direct debits] on {date}
            there's a [bailiff|lender] after him for £{n:900-6000}
            he got {vs} to sign [a finance deal|for a phone|something she wasn't let read]
            he has [taken out loans|run up £{n:800-4000}] in {vs}'s name
            he's [holding|got] her [bank card|child {!need:benefit}]
            he is claiming [as single|from two addresses]
            {vs} has to ask him for [bus fare|nappy money|every penny]
        """),
        "context": lines("""
            She found out at the till
            Letters from [four|three] lenders, none opened
            He has a new [watch|telly|pair of trainers] all the same
            {vs} hides coins in [a boot|the flour|the pram]
            Meter on emergency
            {!need:Benefits} stopped in {month}
            He owes [{family} £{n:40-400}|a mate|the catalogue]
            {vs} is [down to her last tenner|using the food bank|a month behind]
            Fridge [empty|had milk and not much else]
            He sold [her ring|the telly|her sister's bike]
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
            his cousin [delivers in|drives a bus through] {place:town}
            a [parcel|card] with her new address on was left at {address:vs}
            he has [joined|been on] the buy and sell [page|group] for {place:town}
            he [knows|has guessed] she's in {place:town}
            he has been asking [round|her mates|{family}] where {vs} is
            post for {vs} is still going to {address:vs}
            he [was told|heard] the name of the [road|town] by mistake
        """),
        "context": lines("""
            Blinds up, [phone in|bed still to come]
            She has told [nobody|two people] where
            [Neighbour|Man next door] looks out for her
            She jumps when the door goes
            Bus pass sorted, still finding her feet
            {vs} is [out|gone] and he doesn't know where
            New place is in {place:town2}, [she likes it|small but clean|she misses her mum]
            {vs} thinks about going back [most days|when money is short]
            She left with two bags and the [cat|pushchair|buggy]
            Her number is now {phone:vs}, [not to be given out|text only|safe after {time}]
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
            {family} [told him where {vs} was|let him in round the back|is minding his phone]
            {family} has said {vs} [is making it up|can have her things if she drops it]
            his [nan|uncle] is [dying|back in the area] and he'll use it to get near {vs}
            {family} has been [turning up at|ringing] {vs}'s [work|mum's]
            {family:full} [is letting him use|has given him] [the car|her address|money]
            {family} [says|is sure] he's [not well|changed|back on it]
        """),
        "context": lines("""
            {family} remembers [his dad doing the same|him as a lovely lad]
            Sunday dinners are where the messages get passed
            {family} sent {vs} [flowers|a photo|abuse] [on her birthday|at Easter]
            {family:full} is the only one he [listens to|is scared of]
            {family} [thinks|is of the view] {vs} is to blame
            {family} rang, [upset|shouting|wanting to know why he's been singled out]
            {family} has [had enough|washed her hands of him|been lending him money]
            TC from {family} - [no sign of him at home|he took the car|he's in a state] since {day}
            {family} wouldn't [open the door|say where he was|give a number]
            His nan {!sense:nursed} him through it
        """),
    },
}
