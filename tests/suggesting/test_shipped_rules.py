"""The shipped rules on sentences written for this test, in other words than the rules' examples."""

import pytest

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Note
from notecode.suggesting import Suggester, compile_suggester

IS = "information-sharing"
DIS = "disruption"
SP = "safety-planning"
IA = "institutional-advocacy"
CS = "child-safeguarding"
MAS = "multi-agency-support"
CON = "contact"
DS = "direct-support"
BC = "behaviour-change"

SENTENCES = [
    ("Voicemail left for [OM_1] to ring me about last week's appointment.", {IS}),
    ("Idva called: two silent calls overnight, she is keeping a log.", {IS}),
    ("Still nothing from children's services despite three emails.", {IS}),
    ("CGL shared that his last two swabs were positive.", {IS}),
    ("Gave PO [OM_1] a summary of our first two meetings.", {IS}),
    ("Secure email to NPS requesting his risk assessment.", {IS}),
    ("Heard back from the hostel, he slept there every night this week.", {IS}),
    ("OIC informed me that SU has been charged with common assault.", {IS}),
    ("Liaised with CMHT, he has been discharged to his GP.", {IS}),
    ("CPS have dropped the case, according to witness care.", {IS}),
    ("Idva let me know that [VS] has a new number.", {IS}),
    ("Enquired with Housing Options as to whether he had presented.", {IS}),
    ("Circulated the chronology to police and probation.", {IS}),
    ("PO off sick, duty officer had nothing on the system.", {IS}),
    ("Case presented at MARAC, actions agreed for all agencies.", {DIS}),
    ("Re-referral to MARAC completed after Sunday's incident.", {DIS}),
    ("MAPPA 2 meeting attended, plan for release gone through.", {DIS}),
    ("PO agreed to add a curfew to his licence at our request.", {DIS}),
    ("Following my email to OIC he was arrested for breaching his non-mol.", {DIS}),
    ("Intelligence report about the van submitted to police.", {DIS, IS}),
    ("Multi-agency meeting called with police, housing and probation as he is escalating.", {DIS}),
    ("Police and hostel will both keep an eye on visitors to his room.", {DIS}),
    ("OM has begun recall on the basis of the texts we supplied.", {DIS}),
    ("Asked the neighbourhood team to drive past her address this weekend.", {DIS}),
    ("DVDS application for the new partner made with PC [OIC_1].", {DIS}),
    ("Probation to drug test him at every appointment as we suggested.", {DIS}),
    ("Agreed with Idva that no approach is made until she has been rehoused.", {SP}),
    ("Manager signed off the contact strategy.", {SP}),
    ("Checked with IDVA that it would be safe to write to him at his mother's.", {SP}),
    ("OM will introduce us at the end of her appointment so he does not suspect VS.", {SP}),
    ("Idva advises against ringing on weekdays as VS may be there.", {SP}),
    ("Not safe to make contact at present.", {SP}),
    ("Challenged the social worker's decision to close the case.", {IA}),
    ("Asked OM's manager to reconsider moving him next door to VS.", {IA}),
    ("Wrote to the head of housing to dispute the eviction of VS.", {IA}),
    ("I pushed for recall rather than a warning letter, OM came round in the end.", {IA}),
    ("Complained to the CPS about the charge being dropped without telling her.", {IA}),
    ("Attended the initial child protection conference.", {CS}),
    ("MASH referral made following the disclosure by [CHILD_1].", {CS}),
    ("Strategy meeting held with SW and police.", {CS}),
    ("Told [SW_1] that he has been having the children overnight.", {CS, IS}),
    ("Social worker visited and the children were spoken to alone.", {CS}),
    ("Children made subject to a CP plan.", {CS}),
    ("School rang, [CHILD_2] told teacher that daddy hurt mummy.", {CS, IS}),
    ("GP appointment booked for him on Friday.", {MAS}),
    ("Hostel have agreed to keep his room while he is in hospital.", {MAS}),
    ("Arranged with the pharmacy for daily pick up of his methadone.", {MAS}),
    ("Referred SU to CGL for detox assessment.", {MAS}),
    ("Spoke to the work coach and got his sanction removed.", {MAS}),
    ("Rang SU, straight to voicemail.", {CON}),
    ("SU attended his appointment on time.", {CON}),
    ("Sent [SU] a text with the time of our next meeting.", {CON}),
    ("Home visit to [SU], nobody in.", {CON}),
    ("SU phoned to cancel.", {CON}),
    ("[SU] did not turn up.", {CON}),
    ("Introductory letter sent to SU.", {CON}),
    ("Met with SU at the library for an hour.", {CON}),
    ("Helped [SU] to fill in his housing application.", {DS}),
    ("Gave SU a lift to the food bank.", {DS}),
    ("Accompanied [SU] to the job centre.", {DS}),
    ("Supported SU to ring his energy supplier about the debt.", {DS}),
    ("Went with SU to look at a room.", {DS}),
    ("Drew up a weekly budget with SU.", {DS}),
    ("Session on the cycle of abuse, SU could place himself in it.", {BC}),
    ("Discussed with SU how his shouting affects the children.", {BC}),
    ("Used the timeline exercise to look at the build up to the assault.", {BC}),
    ("Challenged SU on blaming VS for the police being called.", {BC}),
    ("Explored jealousy and trust with [SU].", {BC}),
    ("SU reflected on what he learned about women from his father.", {BC}),
    ("Tel from OM to say he failed to report.", {IS}),
    ("idva popped in - vs back at her mums", {IS}),
    ("Touched base with SW, no change.", {IS}),
    ("OIC unable to disclose anything until the interview.", {IS}),
    ("Passed his new mobile number to PO.", {IS}),
    ("Third message left for social worker.", {IS}),
    ("Letter from CAMHS: [CHILD_1] has been taken off waiting list.", {IS}),
    ("Had a long conversation with the hostel manager about his visitors.", {IS}),
    ("Custody nurse rang for background.", {IS}),
    ("PO unclear whether he is working.", {IS}),
    ("Idva's view is that she is minimising.", {IS}),
    ("Police log received for the 4th.", {IS}),
    ("Sought an update from CPS on the trial date, none given.", {IS}),
    ("Met OM for case discussion, she finds him polite.", {IS}),
    ("DWP would not speak to me without consent.", {IS}),
    ("No answer at probation, line dead.", {IS}),
    ("Linked in with housing to see if he has given notice.", {IS}),
    ("MARAC actions chased with coordinator.", {IS}),
    ("Case taken back to MARAC.", {DIS}),
    ("[SU] discussed at MAPPA, to be managed at level 2.", {DIS}),
    ("Flagged to PPU that he has bought a van in a false name so they can stop it.", {DIS, IS}),
    ("OM issued a final warning after I passed on the screenshots.", {DIS}),
    ("Police arrested him this morning on the back of what VS told Idva and we sent in.", {DIS}),
    ("Urgent risk meeting with police, OM and Idva, agreed he will be visited daily.", {DIS}),
    ("Hostel agreed to tell us if he stays out overnight so OM can recall.", {DIS}),
    ("Non-contact condition added to bail after my call with OIC.", {DIS}),
    ("Probation will search his phone at next appointment, agreed with OM.", {DIS}),
    ("Submitted a statement in support of the DVPO.", {DIS}),
    ("Police marker placed on her address following our request.", {DIS}),
    ("HMP have put him on restricted phone calls after we flagged it.", {DIS}),
    ("Licence conditions talked through with OM ahead of release: exclusion zone and tag.", {DIS}),
    ("Idva does not want us to contact him while the court case is on.", {SP}),
    ("Agreed with OM I would meet him in her office first.", {SP}),
    ("Discussed with Idva how to explain to SU where referral came from.", {SP}),
    ("Idva happy for letter to go out Monday once VS is away.", {SP}),
    ("No direct contact for now, agreed with manager.", {SP}),
    ("Contact strategy reviewed with SM and signed.", {SP}),
    ("Police say hold fire on contact until he has been interviewed.", {SP}),
    (
        "Told OM that couples counselling is unsafe and asked that it be removed from his plan.",
        {IA},
    ),
    ("Spoke to SW's team manager as nobody has acted on the referral for six weeks.", {IA}),
    ("Questioned why police had marked the incident as verbal only, sergeant will review.", {IA}),
    ("Housing had offered him a flat on her road, I asked them to withdraw it.", {IA}),
    ("Encouraged Idva to try VS again as she had given up.", {IA}),
    ("Argued at conference for the children to stay on a plan, chair agreed.", {IA}),
    ("Escalated to service manager at CSC, case should not be shut.", {IA}),
    ("Child protection conference, I attended.", {CS}),
    ("CIN review at school.", {CS}),
    ("SW confirmed that a section 47 enquiry has started.", {CS}),
    (
        "Made a safeguarding referral to children's services as he lives with a toddler.",
        {CS},
    ),
    ("Nursery say [CHILD_1] was collected by SU smelling of drink.", {CS, IS}),
    ("Asked health visitor about bruise seen on the baby.", {CS, IS}),
    ("Social worker will supervise all contact from now on.", {CS}),
    ("Got him a place at the night shelter.", {MAS}),
    ("Asked GP surgery for an earlier slot so he can get his tablets.", {MAS}),
    ("Mental health team will assess him on Thursday after I referred.", {MAS}),
    ("College place sorted with probation ETE worker.", {MAS}),
    ("Hostel will extend his stay by a week.", {MAS}),
    ("Emailed Housing Options a supporting letter for SU's application.", {MAS}),
    ("Knocked at SU's, curtains moved but no answer.", {CON}),
    ("SU text to say he can't make it.", {CON}),
    ("Missed call from [SU], rang back, engaged.", {CON}),
    ("WhatsApp to SU, two blue ticks.", {CON}),
    ("He did not show.", {CON}),
    ("SU arrived 20 mins late but stayed.", {CON}),
    ("Next appt with SU set for Tuesday.", {CON}),
    ("Voicemail for SU.", {CON}),
    ("Wrote to SU at his last known address.", {CON}),
    ("SU DNA.", {CON}),
    ("Helped SU move.", {DS}),
    ("Sorted SU's universal credit login with him on the library computer.", {DS}),
    ("Took [SU] for his blood test.", {DS}),
    ("Looked for jobs online with SU.", {DS}),
    ("Rang the council tax office with SU beside me.", {DS}),
    ("Went through his bank statements and cut two subscriptions.", {DS}),
    ("Practised breathing exercises with SU for when he can't sleep.", {DS}),
    ("Worked with SU on what a healthy relationship looks like.", {BC}),
    ("SU completed the empathy letter.", {BC}),
    ("Talked with him about what being a father means and what [CHILD_1] saw.", {BC}),
    ("Time out plan gone over again.", {BC}),
    ("Asked SU to describe the night from her side, he struggled.", {BC}),
    ("We looked at excuses he makes.", {BC}),
    ("SU seems low.", set()),
    ("VS has moved.", set()),
    ("His brother rang, he is in Spain.", set()),
    ("Need to update risk assessment.", set()),
    ("File reviewed by SM.", set()),
    ("SU said OM is useless.", set()),
    ("Has a probation appointment on Friday.", set()),
    ("He went to hospital with a cut hand.", set()),
    ("Annual leave next week.", set()),
    ("SU on bail until May.", set()),
    ("Short call with OM, all as expected this week.", {IS}),
    ("Rec'd police disclosure bundle.", {IS}),
    ("SW phoned me back.", {IS}),
    ("Idva has not managed to get hold of VS.", {IS}),
    ("GP practice refused to confirm whether he is a patient.", {IS}),
    ("Prison confirmed date of release as 3rd.", {IS}),
    ("Asked hostel to let me have a copy of his rules breaches.", {IS}),
    ("School safeguarding lead not available, will call back.", {IS}),
    ("Let OM and Idva know he turned up drunk.", {IS}),
    ("Probation have him down as living with his sister.", {IS}),
    ("Crisis team saw him twice last week, they told me.", {IS}),
    ("Council ASB team shared complaint history.", {IS}),
    ("Referred SU to MAPPA.", {DIS}),
    ("High risk panel: agreed joint visits by police and OM.", {DIS}),
    ("SU back in custody as OM acted on our report of him being in the exclusion zone.", {DIS}),
    ("Asked OM to consider a polygraph condition.", {DIS}),
    ("Police to do a drive by twice a night.", {DIS}),
    ("Met with PPU and Idva to plan for his release.", {DIS}),
    ("Landlord agreed to send us CCTV if he turns up at her block.", {DIS}),
    ("Sent log of his calls to OIC to support a harassment charge.", {DIS, IS}),
    ("Idva says Tuesdays are best for ringing him as VS is at work.", {SP}),
    ("Checked with police that contacting SU will not prejudice trial.", {SP}),
    ("Agreed not to leave voicemails in case VS picks up.", {SP}),
    (
        "SW's plan was for VS to supervise, I explained why this puts her at risk.",
        {IA},
    ),
    ("Pressed OIC to take a second statement as case was about to be dropped.", {IA}),
    ("Asked MARAC chair to change the rule that perpetrator workers cannot attend.", {IA}),
    ("Housing say they will not move VS, I disputed this with their manager.", {IA}),
    ("ICPC today, both children on plans for emotional harm.", {CS}),
    ("Core group with SW, school and health visitor.", {CS}),
    ("Reported to duty SW that [CHILD_1] was in the car when he drove drunk.", {CS, IS}),
    ("Social worker asked whether he has ever hurt the children.", {CS, IS}),
    ("Booked him in with the dentist.", {MAS}),
    ("Prison agreed to release him with two weeks of medication.", {MAS}),
    ("CGL have offered him a detox bed for Monday.", {MAS}),
    ("Completed housing referral for SU and sent to council.", {MAS}),
    ("No answer from SU again.", {CON}),
    ("Met SU for coffee, talked about football.", {CON}),
    ("SU rang from a new number.", {CON}),
    ("Rearranged SU's appointment to Thursday.", {CON}),
    ("Called at SU's address, he would not open the door.", {CON}),
    ("Helped him write to his landlord about the damp.", {DS}),
    ("Drove SU to the crisis team as he was suicidal.", {DS}),
    ("Showed SU how to use the bus app.", {DS}),
    ("Went to the food bank with [SU].", {DS}),
    ("Worked on recognising physical signs of anger with SU.", {BC}),
    ("Session 4: control, he saw himself in three of the examples.", {BC}),
    ("Role play of handover at the door, practised staying calm.", {BC}),
    ("Challenged SU when he called VS mad.", {BC}),
    ("SU is working nights.", set()),
    ("VS's sister phoned to complain.", set()),
    ("To email SW re conference.", set()),
    ("He says probation is a waste of time.", set()),
    ("Lives near the hospital.", set()),
    ("Case discussed in supervision.", set()),
    ("He once lived in a hostel in Leeds.", set()),
    ("SU has court on Monday.", set()),
    # Nothing to code.
    ("To chase OM tomorrow.", set()),
    ("Will ring the hostel on Monday.", set()),
    ("SU lives opposite the police station.", set()),
    ("He was on probation in 2008.", set()),
    ("SU says the police are always against him.", set()),
    ("TC from his mother, he is not eating.", set()),
    ("Supervision with SM, case discussed.", set()),
    ("This e-mail is confidential and for the intended recipient only.", set()),
    ("VS would like help with housing.", set()),
    ("Plan: speak to IDVA, then letter to SU.", set()),
    ("The flat was tidy and he was in good spirits.", set()),
    ("[CHILD_1] starts school in September.", set()),
]


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    book, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert book is not None
    return compile_suggester(book)


def codes_of(suggester: Suggester, text: str) -> set[str]:
    note = Note(id="n", case_id="c", text=text)
    return {suggestion.code for suggestion in suggester.for_note(note, "")[1]}


def test_sentences_are_suggested_for_what_was_done(suggester: Suggester) -> None:
    """Not each one: rules that met all of these would have learnt them by heart."""
    hits = missed = false = right = 0
    for text, codes in SENTENCES:
        found = codes_of(suggester, text)
        hits += len(found & codes)
        missed += len(codes - found)
        false += len(found - codes)
        right += found == codes
    assert 2 * hits / (2 * hits + missed + false) >= 0.9
    assert right / len(SENTENCES) >= 0.88


@pytest.mark.parametrize("code", [IS, DIS, SP, IA, CS, MAS, CON, DS, BC])
def test_each_code_is_found_more_often_than_missed(suggester: Suggester, code: str) -> None:
    wanted = [text for text, codes in SENTENCES if code in codes]
    found = [text for text in wanted if code in codes_of(suggester, text)]
    assert len(found) / len(wanted) >= 0.75


def test_the_five_named_codes_are_all_suggested_somewhere(suggester: Suggester) -> None:
    met = {code for text, _ in SENTENCES for code in codes_of(suggester, text)}
    assert met >= {IS, DIS, IA, CS, BC}


def test_advocacy_stands_alone(suggester: Suggester) -> None:
    for text, codes in SENTENCES:
        found = codes_of(suggester, text)
        if IA in codes:
            assert found == {IA}


def test_case_of_the_letters_does_not_matter(suggester: Suggester) -> None:
    text = "Voicemail left for offender manager asking her to ring me."
    assert codes_of(suggester, text) == codes_of(suggester, text.upper())
    assert codes_of(suggester, text) == codes_of(suggester, text.lower()) == {IS}
