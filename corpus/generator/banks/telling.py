"""Longer sentences that go on with what an act was about; they are not coded again."""
# ruff: noqa: E501 - a template is one line

from .notation import lines

TELLING = {
    "went": lines("""
        [Went on to say|Added] that <tell>, [and|but also] that <tell>
        [From what I can piece together|As far as I can tell|The picture so far is that] <tell>, and [since then|on top of that|a week or so later] <tell>
        We [talked|spoke] [at length|for twenty minutes|for some time] about <about>, [what it means for {vs}|how {vs} is coping|and neither of us is sure what he'll do next], and [agreed it is not new|came round to the same worry|left it there for now]
        [It came out that|It seems] <tell>, which [fits with|does not fit|is the opposite of] what he [said|was saying] in {month}
        [The worry|My worry] is that <tell>, so [next week|the next few days|the weekend] [could go either way|will be the test|matters more than it should]
        [According to {vs}|The way {vs} tells it] he [came in|turned up|got back] at {time}, [shouting before he was through the door|quiet, which is worse|asking where she'd been], [took her phone|went through her bag|stood in the doorway] and [stayed until it got light|did not let her past|left when next door banged on the wall]
        [He|SU] has [a story|a reason|an answer] for [each|all] of it - [he was at his mum's|she rang him|somebody else has it in for him] - [and most of it falls apart when you put the dates side by side|and it changes depending on who is asking|but he could not say who'd back him up]
        [Nobody|No one] had [put together|noticed] that <tell> and [in the same week|a day or two before|at about the same time] <tell>
        {vs} [is said to be|sounds] [tired of it all|torn|more angry than scared], [she still has feelings for him|she doesn't want him in trouble|she wants people to stop ringing her] and [thinks|says] [it'll blow over|nobody can keep him away|he means it this time]
        [This is|It's] the [third|second|fourth] [worker|address|phone] in [three|six] months and [each time|every time] [the paperwork lags behind|something gets lost|we start from nothing]
        [I don't think|It isn't clear that] anyone [had told {vs}|has asked him straight out], and [in the meantime|while we wait] <tell>
        [If half of this is right|Taken with what we had already|Set beside the {month} incident] it [looks planned|is getting worse|is more of the same], [not a one off|not 'heat of the moment' as he puts it|and he knows what he's doing]
        [Long|Rambling|Useful] conversation, [the gist is that|main points:] <tell>; <tell>; [and|also] <tell>
        [Background|History]: [on and off since they were teenagers|met through work|together {n:2-11} years], [he left in {month}|she asked him to go in {month}|never really apart], and [since then|after that] <tell>
        [There was|Apparently there was] [a row|a scene|an argument] [in the street|at {family}'s|in {place:pub}] on {day} [over|about] [money|the dog|who she'd been texting|a birthday card], [somebody filmed it|he walked off when people came out|it ended with him on the floor crying]
        [On the other hand|To be fair], [he has kept away since {date}|there has been no drink|he did hand the keys back], [so it may be settling|and that's the first time|though we've been here before]
        [Put together|Laid end to end] the [reports|dates] show [three|four|five] [calls|incidents] in {n:4-9} weeks, [each|every one] [after payday|on a {wday}|when {vs} had plans], [which nobody had charted|and only one was written up]
        [One|A] [neighbour|colleague of hers|cousin] [has said|let on] that <tell>; [how they know|whether it's first hand] is [another matter|not clear|anyone's guess]
        [In the end|Eventually] he [left|went] [of his own accord|when {family} came for him|with a bag over his shoulder], [came back at {time}|was back within the hour|sat outside until dark], and [said sorry through the letterbox|wanted his charger|acted as though nothing had happened]
        {vs} had [packed|hidden] [a bag|her passport|the bank cards] [weeks ago|in {month}] and [he found it|her nerve went|she was waiting for the right day], [so|hence] the [row|questions|silence] [since|on {day}]
        [Asked|When asked] about <about> he [laughs|goes red|changes the subject] and [talks of his rights|blames the drink|says ask her], [so it has been heard|I'm told] [more than once|by at least two people]
        [Small things|Little things] too: [the heating turned off|her tea thrown out|her shoes in the bin|the phone charger cut], [a list on the fridge|no key of her own|counting the pence in her purse], [all of it denied|'a joke' according to him]
        [What|The thing that] [stands out|stays with me] is how [calm|matter of fact] {vs} was [telling it|about it], [as if it were somebody else|like reading a shopping list], and [that|then] <tell>
        [Both|The two] accounts agree that <tell>, [less so on|they differ on] [who started it|the time|whether the door was locked] and [that can wait|I've left that alone]
    """),
}
