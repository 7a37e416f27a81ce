"""Matters in hand that are about risk: what is asked, told and said of each."""
# ruff: noqa: E501 - a template is one line

from .notation import lines

RISK = {
    "weekend": {
        "about": lines("""
            the incident at [the weekend|her mum's|{vs}'s on {day}]
            [what happened on {day}|Saturday night|the {day} call out]
            his turning up at {vs}'s [drunk|with a mate|at 3am]
            {crime}
            the {?999} call [on {date}|from next door]
            the allegation [{vs} made|of strangulation|of {date}]
        """),
        "ask": lines("""
            if [a statement|anything in writing] has been taken from {vs} [yet|]
            for the [log|crime ref|outcome] from {date}
            [whether|if] he was [drunk|on his own|the one who rang] when they got there
            if anyone has seen {vs} [since|face to face since {day}]
            who else was in the house [on the night|at the time]
        """),
        "tell": lines("""
            he [came in through the bathroom window|had a key nobody knew of|got in when {vs} put the bins out]
            [glass was broken|a mirror was smashed|the microwave went through the window]
            he [rang in sick|turned up to work as normal|went to {place:pub}] the day after
            {vs} [slept in the car|walked to {family}'s in her slippers|did not leave the house for three days]
            he [sent|has sent] {n:12-60} texts [between midnight and 4am|the same night]
            {vs} has bruising [to her arm|round her neck|to both wrists] [and has photos|she has not shown anyone|]
            he is telling people [she started it|it never happened|she was drunk]
            a neighbour [heard shouting|saw him climb over the back gate|has it on a doorbell camera]
            [the door has been kicked in|there is damage to the back door] [again|and nobody has fixed it|]
            this is the [second|third|fourth|5th] time since {month}
        """),
        "context": lines("""
            [Ambulance came|Paramedics looked at her] but she would not go with them
            He had been [barred from {place:pub}|at a christening|drinking since noon]
            {vs} [says it was her fault for answering back|keeps saying sorry|wants to know if her photos can be kept]
            The [dog|cat] has not been seen since
            He had [her phone|her keys|the dog] in his [hand|pocket|van] when he left
            [She locked herself in the bathroom|{vs} hid in the neighbour's|She got out the back way]
            He says [she fell|they were both in drink|he was only there for his tools]
            Says he blacked out after the [pub|second bottle|match]
            {vs} is [shaken|very low|not sleeping] and [blames herself|wants it all dropped|is staying at {family}'s]
            She has [a black eye|a cut lip|sore ribs] and [told {family}|told work] she walked into a [door|cupboard]
            He [smashed the telly|put his fist through a door|threw her phone in the canal]
        """),
    },
    "texts": {
        "about": lines("""
            [the messages|texts|voicemails] [from a withheld number|to {vs}|at the weekend]
            [his facebook|{handle}|a fake profile|the instagram account]
            the number {mobile} [he is using now|]
            screen shots [of the messages|from {vs}|]
            what he [posted|put on facebook] on {day}
        """),
        "ask": lines("""
            if {mobile} is [known|on file|one of his]
            whether [the phone|his handset] can be [looked at|seized|downloaded]
            if {vs} has [kept|saved] the [messages|voicemails]
            for copies of the [messages|screen shots] [if she has them|]
            whether [likes and comments|messages through a friend] would count as contact
        """),
        "tell": lines("""
            a [wreath|takeaway|taxi] she never ordered came to {vs}'s [door|work] [on {day}|]
            he has [joined her gym|liked every photo back to {year}|set up an account in her name]
            the voicemails are [two minutes of breathing|him crying|music and nothing else]
            he is using {handle} [to watch her page|and has 300 odd friends on it|]
            the messages [started again on {day}|are coming from {mobile}|stop when he's in work]
            he [put up|posted] a photo of {vs}'s [car|front door|new place] [with a caption|]
            there were {n:20-90} missed calls [overnight|on {day}|before breakfast]
            {vs} has [blocked him|changed her number|a new account, {her_handle}]
            he is going through [{family}|her sister|a mate's phone] to get to her
        """),
        "context": lines("""
            She reads them [to the end|twice] and then [can't sleep|feels sick]
            [Fourth|Third] sim card since {month}
            He wrote that [she'll never see him coming|he'd sooner see her gone|he has nothing to lose]
            {vs} has them all in a folder called shopping
            Sent a song they used to dance to
            The [last one|worst of them] says [he'll see her soon|he knows what she's wearing|it's her own fault]
            One of them had a [picture of her road|clip of her walking home|photo of a packed bag]
            {vs} has stopped [going on facebook|answering any number she doesn't know|looking]
            He denies it's him, says [his phone was nicked|he was hacked|his cousin has his old sim]
            Account is [{handle}|{handle} and he has used it before]
            Always [apologises|sends flowers|goes quiet] the day after
        """),
    },
    "breach": {
        "about": lines("""
            the [{?breach}|latest {?breach}|breaches]
            [him being seen on|sightings of him on] {place:street}
            the {?exclusion zone} [and the bus route|map|]
            [contact with {vs}|indirect contact] against the {?order}
            the {?RO} [expiring in {month}|wording|]
        """),
        "ask": lines("""
            [whether|if] the [sighting|call|card through the door] is enough for a {?breach}
            if {place:street} falls inside the {?zone}
            what would count as [indirect contact|a {?breach}] under the [new|] wording
            for a copy of the [{?order}|conditions] as ours [is out of date|has a page missing]
            if anyone has [logged|recorded] [{day}|the last two]
        """),
        "tell": lines("""
            he [tried the gate|left his coat|put a note under the wiper] at {vs}'s [on {date}|]
            he was in the next aisle [at the supermarket|in the chemist] and [followed her to the till|stood there smiling]
            he sat two rows behind {vs} on the bus
            he was [seen|parked up] on {place:street} [at {!sense:school run} time|on {day} night|twice this week]
            {vs} has found [a card|flowers|her washing cut up] [on the step|in the garden] [again|]
            he [boasted|let slip] that he [knows|drives past] her new [road|place]
            [family are|{family} is] passing messages [for him|back and forth]
            a {plate} [van|Corsa|silver Golf] was [outside|round the corner] for [an hour|most of the evening]
            he thinks the order [has run out|doesn't cover texts|is a joke]
        """),
        "context": lines("""
            The card said [thinking of you|see you soon|sorry x] and no name
            {vs} took a photo through the blinds
            He knows [to the yard|exactly] where the line is
            She is [told to log it all|keeping a list] and the list is [long|four pages]
            Reg was {plate}
            He [said|reckons] he was only [going to the shop|getting his stuff|visiting a mate at {place:address}]
            {vs} [doesn't want to|is in two minds whether to|will not] make a statement
            {!sense:Order} was [a takeaway|a pizza] [as it turned out|this time], false alarm
            The order runs until {month}
            Neighbour at number {n:2-40} has seen him [twice|most nights] by the bins
        """),
    },
    "newpartner": {
        "about": lines("""
            [the new partner|his new girlfriend|{partner}|{partner:full}]
            a possible new relationship [in {place:town}|]
            [{partner}'s|the new partner's] [safety|children|address]
            [a woman called {partner}|this {partner:first}]
        """),
        "ask": lines("""
            if [{partner}|a {partner:full}] is known [to them|at all|under another name]
            whether there are [any children|little ones] in [her|{partner}'s] household
            if a disclosure [has been thought about|could be made] for {partner}
            for anything they have on [{partner}|{partner:full}, thought to be {age:partner}]
        """),
        "tell": lines("""
            he has {partner}'s [phone|car|bank card] already
            {partner} has [stopped seeing her friends|dyed her hair as he asked|given up her course]
            he tells {partner} {vs} is [mad|dead to him|the one who hit him]
            {partner} [rang {vs} to have it out|blocked {vs}|asked {vs} what he was like]
            he is [seeing|living with|engaged to] [someone called {partner}|{partner:full}|a woman from {place:town}]
            {partner} [may not know about|has no idea of] his [past|convictions]
            he has [moved in with|been staying at] {partner}'s [since {month}|most of the week|]
            {partner} is [pregnant|about {n:8-20} weeks gone|{n:19-30} and has a little boy]
            [it's moved very fast|he has her name tattooed already]
        """),
        "context": lines("""
            {partner} is thought to live [on {place:street2}|near {place:pub}]
            He's posted a photo of {partner} [in {vs}'s coat|on the sofa he took from {vs}]
            {vs} would like somebody to [warn her|say something]
            They are to be married in {month}, if you believe it
            They met [online|at the gym|through his brother] about {n:3-9} weeks ago
            He says {partner} [is nothing like {vs}|understands him|knows everything]
            {vs} found out from [facebook|{family}] and is [upset|relieved|worried for her]
            {partner} answered his phone and [hung up|said he was in the bath|passed it to him]
            Same pattern as before, [flowers and then the phone checks|moved in by week three]
        """),
    },
    "car": {
        "about": lines("""
            [the {plate} van|his car|the car, {plate}]
            him [driving|following {vs}|being seen in the car]
            [his ban|no insurance]
        """),
        "ask": lines("""
            if {plate} [is registered to him|comes back to him|has insurance]
            who {plate} [belongs to|is registered to]
            whether [a marker|an alert] can go on [the vehicle|{plate}]
            if he is [banned|still disqualified]
        """),
        "tell": lines("""
            {plate} was [at the lights|parked across her drive|behind {vs} all the way to {place:town}]
            he [swapped|has borrowed] a car [with a mate|from {family}], reg not known yet
            his tyres were [slashed|let down] and he says it was {vs}
            he is driving [a white van {plate}|{plate}|his brother's car, {plate},] [while banned|with no licence|]
            {vs} was followed [home|from work|round the supermarket] by a [car|van] she [thinks|is sure] is his
            the van was [outside her work|at the petrol station on {place:street2}] at {time}
        """),
        "context": lines("""
            Tinted windows, [a baby seat|a ladder|scratches] [on the side|in the back]
            The tracker was under the wheel arch
            He does deliveries so he has an excuse to be on any road
            {vs} swapped cars with her [mum|boss] for the week
            {vs} wrote the reg down as {plate} but isn't sure of the last letter
            He claims he [sold it|lent it to {family}|only sits in it]
            She takes a different way home now
            Says he has to drive for [work|{place:work}]
        """),
    },
    "custody": {
        "about": lines("""
            [his release|release plans|the release date]
            [his remand|time on remand|the recall]
            phone calls from [inside|his cell]
            {prisonno}
            [HDC|tag|the tag application]
        """),
        "ask": lines("""
            for a [release date|date|firm date and time]
            where he is [going to live|being released to]
            if [his phone pin|the PIN list] has {vs}'s number on it
            who [visits|has been visiting] [him|]
            whether he'd be picked up [at the gate|by {family}]
        """),
        "tell": lines("""
            he has written to {family} [saying he'll sort it when he's out|about {vs}'s new place]
            he [owes on the wing|has been trading meds|is telling people he is in for fraud]
            {vs} [has asked|wants] to be told the minute he's out
            {vs} has had [letters|a letter|two silent calls] from him [inside|]
            he intends to go [straight to {vs}'s|to his mum's at {place:address}|to {place:town2}] when he is out
            {family} [has been taking|is taking] messages in [on visits|]
            he has [a new number, {mobile}|a smuggled phone|phone credit from {family}]
        """),
        "context": lines("""
            Landed there {past}
            Says the time away has [changed him|been a holiday|cost him the flat]
            He wants his [trainers|tools|glasses] fetched from {vs}'s
            Moved cells [twice|again] this month
            Somebody sends him {n:20-60} pounds a month
            Prison number {prisonno}
            He is [on basic|padded up with someone he knows|on the gardens]
            {vs} [dreads the date|has it ringed on the calendar|hasn't been told]
            Due out [some time in {month}|{next}]
            {family} will be collecting him
        """),
    },
    "charge": {
        "about": lines("""
            the [charge|charging decision|case]
            [the trial|plea hearing|sentencing] [on {next}|]
            {crime}
            [whether {vs} will give evidence|special measures|the {?statement}]
        """),
        "ask": lines("""
            when [it is listed|the trial is|the hearing is]
            if he's [been charged|going guilty|still on {?bail}]
            for the [outcome|result|sentence] [from {day}|]
            what the [sentence|charge] was [in the end|]
            if {vs} is still [willing to attend|supporting]
        """),
        "tell": lines("""
            he has [sacked|fallen out with] his brief
            {family} is to give him an alibi
            {vs} has had [a visit from|a word in the street with] his cousin about dropping it
            he [means to|is going to] plead [not guilty|guilty on the day]
            {vs} is [wavering|getting pressure from {family}|frightened of seeing him there]
            he's been [asking round for|leaning on] witnesses
            he has said he [won't turn up|isn't going back inside]
        """),
        "context": lines("""
            He [wore a suit|brought his mum|wept] last time [and it worked|]
            Adjourned [twice|three times] already
            {vs} has [bought a dress for it|booked the day off|been sick with nerves]
            Listed for [half a day|an hour|two days]
            Crime ref {crime}, PNC {pnc}
            He thinks it'll be [thrown out|a fine|a slap on the wrist]
            Solicitor has told him [to say nothing|to expect {n:8-26} weeks]
            {vs} wants [it over with|screens|to read her own statement]
            ABH, [two counts|plus criminal damage]
        """),
    },
    "jealousy": {
        "about": lines("""
            his [jealousy|checking up on {vs}|fixation on {vs}]
            [what he said about|threats towards] {vs}'s [new friend|boss|colleague]
            the tracker [app|on the car|]
            coercive [behaviour|control]
        """),
        "ask": lines("""
            if {vs} has had her [phone checked|car looked over]
            whether there is any record of stalking [with past partners|]
            [how {vs} is|if {vs} has noticed anything]
            if controlling behaviour has come up with them [at all|]
        """),
        "tell": lines("""
            he [followed {vs} on her work night out|turned up at her evening class|rang her boss]
            he makes her [ring from the landline|keep the camera on|leave the door open when she showers]
            he found a [train ticket|receipt|birthday card] and [would not let it go|kept her up until 4]
            he [knows|seems to know] [where {vs} is all day|what time she gets in|who she has seen]
            he's [accusing|convinced] {vs} of seeing [someone at work|his cousin]
            he has her [passwords|bank app|email] still
            he [goes through|counts] her [receipts|phone|mileage]
            he called {vs} {n:30-70} times [on {day}|in one shift]
        """),
        "context": lines("""
            [Whole week|Two days] of questions about a man at the bus stop
            He calls it checking she's safe
            {vs} deletes [everything|her history] before she goes in
            Says he can [smell|tell] when she has lied
            He calls it [love|looking out for her|being old fashioned]
            {vs} has to send a photo to prove where she is
            She isn't allowed [make up|a bank card|to see her sister]
            He picked her up from work every day [and she hated it|without being asked]
            Said to be [all smiles|charming|very plausible] with everyone else
        """),
    },
}
