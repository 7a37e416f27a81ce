"""Disruption, safety planning and institutional advocacy."""
# ruff: noqa: E501 - a template is one line

from .notation import act

IS, DIS, SAFE, IA = "information-sharing", "disruption", "safety-planning", "institutional-advocacy"
RISK_ACTS = {
    "dis.fora": act(
        DIS,
        """
        [Re-referred|Re-referral] to {marac.b} [as it is getting worse|after {day}|, {n:2-4} incidents since {month}|on professional judgement]{=marac}
        {marac.b} [today|this am|, {n:12-26} cases, ours was {n:2-11}th], risk [remains|is] high
        Heard at {marac.b} [today|on {date}|for the second time this year]
        {marac.b} referral [done|completed|sent in] <re> <about>
        {marac.b} flag [put on|renewed for] both addresses
        {mappa.b} level 2 [meeting|review] [today|with {om} chairing|- accepted as a case]
        [Put|Tabled] [him|this|the case] at {forum.b} [as urgent|under any other business|as a new case]
        [Presented|Raised] at {forum.b}, [agreed to|they will] [monitor weekly|hold him as a priority|pool what is known]
        {mappa} agreed [to keep him at level 2|a {?disclosure} to {partner}]
        [Risk|Professionals|Professionals'] meeting with {om}, {police} and {idva} <re> <about>
        [Risk|Emergency|Multi agency] meeting [called|held] at {police.b} [today|at short notice] with {idva} and {om}
        Strategy call with {police} and {om}: [if he misses {wday} he is breached same day|welfare check first then arrest|hold off until {next}]
        [Emergency|Extraordinary] {marac.b} [asked for|agreed] [and set for {next}|]
        [Tasking|Weekly tasking] meeting at {police.b}, he's on the list [again|for this week]
    """,
    ),
    "dis.order": act(
        DIS,
        """
        {om} has [added|put in for|got] [a {?curfew}|an exclusion zone round {place:street}|a no contact condition|GPS|{!need:alcohol} testing] [following our call|as we asked|]
        Agreed with {om} that [his reporting day would move to {wday}|he'd report weekly|{place:street2} goes in the zone]
        {om} [will|is to] [recall|breach|warn] him if [he is seen there again|he slips once more|he misses {wday}]
        [Wording for|Draft of|Licence] conditions [gone through|agreed] with {om}[: not to enter {place:street}, not to contact {vs:full}|]
        {om} has [told|instructed] him to [disclose new relationships|hand over his phone|sleep at {place:address}] [at our suggestion|]
        {police} [applied|is applying] for [a {?DVPO}|a {?CBO}|a {?stalking order}] [on|using] our [log|evidence]
        {court.b} [granted|made] the [{?restraining order}|order] [we gave evidence for|, {police} and us had been building it since {month}|on the evidence from {ho}]
        {police} [has|have] [put|agreed] {?bail} conditions [not to go within 100m of {place:street}|as I suggested|that cover her work too]
        {ho} agreed to [bar|ban] him from the building [after I shared the {?order}|]
        {hmp} [has|have] [blocked|taken] {vs}'s number off the numbers he may ring [, which I'd asked for|, at my asking]
        {om} is going to {court.b} for a [{?warrant}|variation] on the back of what we sent
        [Agreed|Settled] with {om} and {police} that [any breach goes straight to a {?warrant}|one of them rings him daily]
        {dwp.b} have agreed to see him only with [security|two staff], on our {?advice}
    """,
    ),
    "dis.watch": act(
        DIS,
        """
        {police} [to do|is doing|agreed] [drive bys|extra patrols|doorstep checks] on {place:street} [until {next}|at our request|]
        {ho} and I [are comparing notes|will swap logs] [weekly|every {wday}] on who comes and goes
        Agreed with {kw} that we [hear|are told] the same day if he [misses|tests positive]
        [Joint|Unannounced] visit with {police} to {place:address} to see [who is living there|if he is there], [he was|no sign of him|curtains twitched]
        [Joint|Unannounced] visit to [him|{su}'s] with {om}, [two toothbrushes|{vs}'s coat in the hall|flat clean and nobody else there]
        {om} is [drug testing|breath testing] him each time now [as agreed with us|after what I told {om.her}]
        {ho} will [look out for|log] {plate} each morning [for us|]
        {police} [now has|put] a marker on [{plate}|{address:vs}|{mobile}] [at our request|]
        {teacher} has his photo [at the desk|] and will ring {?999} if he turns up, [as planned together|agreed this am]
        [Monitoring plan|Watching brief] with {idva}, {ho} and {police} [renewed|set up] for {n:2-6} weeks
        {idva} and I [check|cross check] what each has been told every {wday} [so he can't play us off|]
    """,
    ),
    "dis.arrest": act(
        DIS,
        """
        {police} [arrested|picked up|nicked] him [this am|at {time}|at {place:address}] [on what we sent|after my call|using the address we gave]
        [He was|SU was] recalled [today|on {date}] by {om.b} [on the strength of|after] our [report|evidence]
        [Arrested|Lifted] at {place:pub} within the hour, {police} said [thanks for the tip|our call did it]
        {police} [went straight round|attended], he was [hiding in the loft|in bed|out the back] and is [now in {+police:custody}|under arrest]
        Recall [signed off|agreed|issued] by {om}, [{police} looking|{police} have the address we gave]
        {om} has [breached|started breach on] him [after|because of] [the texts we forwarded|our letter|what {idva} and we passed on]
        {police} [seized|took] [his phone|two phones|the laptop] [because of|following] the [intel|screen shots] we sent
        [Result|Update {time}]: {police} have him, [charged|interviewed] [over|for] [the breach|the messages] we reported
        {?Warrant} executed by {police} at the address I rang in
    """,
    ),
    "dis.ask": act(
        f"{DIS}+{IS}",
        """
        <rang> {police} to report [he's|he is] at {place:address} [now|], [please attend|unit being sent]
        Rang {+police:101} with [the reg {plate}|where he is staying] [so he can be picked up|as he is {?wanted}]
        Sent {police} the [messages|screen shots|doorbell footage], should prove the {?breach}
        <told> {om} <tell>, asked for [recall to be considered|a warning|it to go to {om.his} manager as a breach]
        [Intel|Intelligence] form to {police} <re> <about>, [{crime}|to go on tonight's briefing|with the reg {plate}]
        <rang> {om}, <tell> - [she will|they'll] [breach|see him today|get the curfew changed]
        Asked {police} [for a welfare check at {address:vs}|to check {address:vs} as nobody's heard from {vs}|to do a safe and well]
        [Gave|Given] {om} the [dates|sightings] so that [a breach|recall|a {?tag}] can be [sought|looked at]
        {ho} told <tell>, [will|is going to] [serve notice|end his stay|move him to another block]
        Asked {police} for a {?Clare's Law} disclosure to {partner} [as|because] <tell>
        <rang> {hmp}, <tell>, so [they will|security to] [listen to his calls|search the cell|stop the visits]
        Statement [given|emailed] to {police} <re> <about>
        <told> {om} he'll be [back at {vs}'s|with {partner}] tonight, [she's|they are] doing a home visit at {time}
    """,
    ),
    "safe": act(
        SAFE,
        """
        Asked {idva} if it's safe [to write|for me to ring him|to make contact] [yet|], [not yet|she'll ask {vs}|fine after {wday}]
        [Contact plan|Contact strategy|Approach] agreed with {om}: [{om.n} introduces me at his next appointment|letter first then call|joint visit on {next}]
        Discussed with {idva} [how|when] to [approach|make contact with] {su}
        {idva} [feels|is clear] it is [not safe|too soon|ok] to contact him [while {vs} is still in the house|until she has moved|from {next}]
        SM [has signed off|signed off|agreed] the contact plan
        [Contact plan|No contact decision] reviewed with SM, [remains unsafe|stays as it is for a month|move to planned]
        {marac} asked whether to approach him direct, [no objections|felt it would put her at risk|agreed a letter via {om}]
        [Line|Cover story] agreed with {om} - [he was picked because of his {?order}|offer is help with {!need:housing}|it's a new support service]
        {sw} asks that we don't [write|make contact] until [after the conference|the children have been seen]
        [Before|Prior to] [ringing him|the visit] checked with {idva}, [{vs} at work until {time}|no changes|{vs} away]
        Agreed w {police} to hold [contact|off] [until interview|while he's on {?bail}|so as not to tip him off]
        {idva} will [ring|check on] {vs} [before and after|the evening of] my [visit|appointment] with him
        [Decided|Agreed] with {idva} not to use [what {vs} told her|the texts] [with him|in session] as [only she would know|he'd guess where it came from]
        Not safe [to approach|for contact] at present, {idva} [confirms|agrees] [he reads all her post|he doesn't know she has support]
        {om} agrees I [sit in on|come to] his appointment on {next} as [a way in|first contact]
        Letter to him [checked by|run past] {idva} [before posting|], [two words changed|fine to go]
        On hold for {?criminal justice} reasons, agreed with {om}
        Strategy changed [with SM|in case discussion with SM] from [no contact|hold] to [planned|text only]
    """,
    ),
    "advocacy": act(
        IA,
        """
        [Pushed|Pressed] {om} to [recall him|put in the breach from {month}|look again at low risk], [she'll take it to her manager|she had not planned to]
        [Challenged|Queried] {sw}'s decision to [close|step down] the case, [manager will look again|now staying open for {n:4-8} weeks]
        Wrote to {ho}'s manager [objecting to|challenging] the plan to evict {vs} for his noise, [on hold now|decision withdrawn]
        [Nudged|Asked] {idva} to try {vs} again, [no attempt|nothing] for {n:4-7} weeks
        Complained to {police}'s inspector that [{crime} was filed|the DASH was marked standard|nobody took a statement], [reopened|being reviewed]
        Argued at {marac} against [taking him off the list|closing it as a repeat], [carried|chair agreed]
        [Escalated|Took it up] with {sw}'s team manager as [the agreement puts it all on {vs}|no visit since {date}]
        Asked {court.b} to [review|look again at] the decision to drop the [second charge|case]
        {om} was going to [end|revoke] his {?order} early for good progress; I [put the other side|disagreed in writing] and it [stays|is deferred]
        [Persuaded|Got] {teacher} to change the rule that [either parent may collect|reports go to both addresses]
        Disagreed with {mh} that [couples counselling|joint sessions] [would help|is right], [she has dropped it|offer withdrawn after we explained why]
        [Told|Put to] {ho} that [sharing her new banding with him|sending letters for both to one address] is [unsafe|not ok] and their process has been changed
        Asked {police} to reconsider [no further action|the caution], sent our [reasons|chronology] to the DI
        Challenged {om} on [writing 'volatile relationship'|calling it 'mutual'] in the report, [has been reworded|will amend]
    """,
    ),
}
