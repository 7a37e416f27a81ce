"""Child safeguarding: used only in the cases where it was recorded."""
# ruff: noqa: E501 - a template is one line

from .notation import act

CS, IS = "child-safeguarding", "information-sharing"
CHILD_ACTS = {
    "cs.meet": act(
        CS,
        """
        {?Core group} [today|held|at {teacher.b}|this pm] with {sw}[, {teacher} and {hv}| and {teacher}|]{=sw}
        [Attended|Went to] {?core group} for {child} [and {child2}|]{=sw}
        [Initial|Review] {?conference} for {child} [and {child2}|], {sw} [chaired|presented], [{police} and {teacher} there|{hv} sent apologies]
        [ICPC|RCPC] [today|{date}]{=sw} - [{?CP plan} to continue|both on a plan, emotional harm|stepped down to {?CIN}]
        {?Conference} outcome from {sw}: [on a plan|remains on {?CP}|{?CIN} for three months]
        [Strategy discussion|Strat meeting] with {sw} and {police} re {child}, [{?s47} agreed|single agency|threshold not met]
        {?CIN} [meeting|review] with {sw} [and {teacher}|], [dad not to be told the time|he turned up halfway]
        {forum.b} referral [done|made|submitted] for {child} [after what was said on {day}|]
        [Referral|Safeguarding referral] to {sw.b} [for|re] {child} [and {child2}|] [, accepted|, ref {ref}|by phone and then the form]
        {sw} [agreed|has decided] [contact is to stop|{child} stays at {family}'s|he must not be in the house at bed time] [for now|until the assessment]
        Agreed with {teacher} and {sw} that {child} is [only released to {vs}|walked to the car by staff|kept in at break]
        [Legal planning|PLO] meeting at {sw.b}, [{vs} has two weeks|children to stay put|letter before proceedings]
        [{?TAF}|Team round the family] at {teacher.b}, [{vs} came|quiet, {vs} and {family} both there]
        [Professionals|Planning] meeting with {sw} and {hv} about the [baby|unborn|three little ones]
        Joint visit with {sw} to see [{child}|the children] at {family}'s
        {sw} asked me to [write|do] the part on dad for the [assessment|{?court} report], [done|sent today]
        [Written agreement|Safety agreement] for the children [drawn up|redone] with {sw}
    """,
    ),
    "cs.share": act(
        f"{CS}+{IS}",
        """
        <rang> {sw}, {child} was [there|in the room|on the stairs] [on {day}|when he kicked off]
        <told> {sw} that [he's|he is] [sleeping at the house|picking {child} up|alone with the children] [again|]
        <told> {sw} <tell>, and that {child} [is seeing it all|was there]
        {teacher} [rang|emailed], {child} [told a TA|said in class|wrote] [dad hit mum|he has to hide the phone|he's not meant to say dad's home]
        {teacher} [says|reports] {child} has [a bruise|been hungry|turned up in yesterday's clothes] [and is logging it|]
        {hv} [told me|rang to say] [he was there at her visit|baby not weighed for {n:5-9} weeks|{vs} flinched when he came in]
        <asked> {sw} if {child} [has been seen on her own|is still sharing with dad|was home on {day}]
        <asked> {teacher} how {child} [is|has been since {day}], <fact>
        <rang> {sw} <re> {child}, <noreply>
        {sw} [rang|says] [{child} has said dad comes in by the back door|the children were seen at {teacher.b} and are scared of him|{child2} won't go to contact]
        [Shared|Gave] {sw} [my worries|what he said] about [{child}|him being left with {child}|how he talks about {child}]
        Sent {sw} [my report|the chronology|our bit] for {?conference}
        Emailed {sw} [as|because] he [told me|let slip] [he has {child} overnight|{child} sleeps in his bed|he's going to take {child} to {place:town2}]
        {police} shared the log with {sw} and me: {child} [rang 999|was found under the bed|was holding the dog]
        Minutes of {?core group} [in|rec'd] from {sw}, [dates wrong again|{child}'s wishes missing|nothing on dad]
        Let {teacher} know [he's out|he is back in the area|about the {?order}] so they can look out for {child}
        {sw} [not answering|off], told duty that [{child} is with him tonight|he's collecting from {!place:nursery}]
        {hv} and {sw} both [worried|concerned] about [the bottles in {child}'s room|{child}'s speech|weight loss]
    """,
    ),
}
