"""The shipped rules on further sentences, each code in many wordings, none of them a rule's own.

They were written before the rules that meet most of them. The floors are below what is measured, so
that a change which costs one code is noticed; they do not say how good the rules are elsewhere.
"""

import pytest

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Note
from notecode.suggesting import Suggester, compile_suggester

SENTENCES = {
    "information-sharing": [
        "Followed up with OM, away until Monday.",
        "Idva has lost touch with [VS].",
        "Sent OM my notes.",
        "Police have nothing new.",
        "Call from CMHT to say he has been discharged.",
        "Discussion with Idva.",
        "Emailed housing.",
    ],
    "disruption": [
        "Completed MARAC referral.",
        "Attended MAPPA.",
        "OM will recall him.",
        "Risk management meeting with OM and police.",
        "Police arrested SU at the address we provided.",
        "Asked OM for a non contact condition.",
        "Agreed with housing officer and police to let each other know of any sightings.",
        "OM has added alcohol monitoring to his licence following our discussion.",
        "Police to do a welfare check tonight.",
        "Warrant out, police looking for him at his sister's as I suggested.",
        "Clare's Law disclosure given to new partner by police.",
    ],
    "safety-planning": [
        "Consulted Idva about whether now is a good time to make contact.",
        "Agreed with Idva to delay contact until after the trial.",
        "Police advise not to contact SU yet.",
        "Contact via OM only, agreed today.",
        "Manager happy for me to go ahead and phone him.",
        "Idva confirmed that it's safe to send the letter.",
        "Talked through the engagement plan with social worker.",
        "Idva raised that [VS] often answers his phone, so no voicemails.",
        "Agreed to say the referral came from probation.",
        "Direct contact on hold, risk to V/S.",
        "Plan is for OM to tell him about the service, then I join; approved by SM.",
        "Idva asked us to stop calls to him for a week.",
        "Idva asked that nobody leaves a message on that number.",
        "OM thinks it's best I meet him at her office the first time.",
        "Agreed with SM to leave it a fortnight.",
        "Wording of the first text agreed with Idva.",
        "Social worker is fine with me ringing, not with me visiting.",
        "No calls this week while the trial is on, OIC's request.",
        "Plan for how I'm introduced gone through with OM.",
    ],
    "institutional-advocacy": [
        "Challenged police over NFA.",
        "Asked SW to reconsider closing the case.",
        "Argued that a curfew at her address makes no sense.",
        "Fed back to housing manager that evicting her rather than him is wrong.",
        "Encouraged Idva to have another go at engaging V/S.",
        "Complained about the delay in allocating an OM.",
        "Told the chair that I did not agree with stepping down to CIN.",
        "Advocated for the DVPO.",
        "CPS were minded to drop it; I asked them to look at the bad character evidence again.",
        "Asked to speak to the SW's manager because nothing has been done since March.",
        "Police put it down as mutual. Rang the sergeant and said it isn't.",
        "Housing say she must leave; asked on what grounds.",
        "SW had him down as protective. I disagreed and said why.",
        "CPS dropped it without a word to her, I've asked for that to be looked into.",
        "Told CAMHS I didn't think waiting till spring would do.",
        "Idva was for closing, asked her to hang on till after sentence.",
    ],
    "child-safeguarding": [
        "SW to complete a single assessment.",
        "Invited to core group.",
        "Conference: children stay on plan.",
        "Family group conference planned by CSC.",
        "School have put [CHILD_1] on their vulnerable list.",
        "Pre-birth planning with midwife and SW.",
        "Grandparents assessed by SW as carers.",
        "SW to do all handovers herself.",
        "Both girls spoken to alone by social worker.",
    ],
    "multi-agency-support": [
        "Spoke to GP receptionist, he has an appointment on Tuesday.",
        "Asked CGL to restart his script.",
        "Housing will offer him temporary accommodation from tonight.",
        "Referral to mental health done for SU.",
        "DWP put his payment through after my call.",
        "Emailed hostel manager to ask for his room to be kept.",
        "Completed the referral form for floating support for SU.",
        "Recovery worker to meet him at the gate on release.",
        "Set him up with a place at the allotment project through the council.",
        "OM and I agreed she will refer him for a tenancy course.",
        "Requested an urgent psychiatric assessment for SU.",
        "Contacted the letting agent about a viewing for SU, Saturday at noon.",
        "Landlord will take the arrears weekly, I'd asked for that.",
        "Talked to the pharmacist, daily pick-up from tomorrow.",
        "Wrote to DWP for him about the overpayment.",
        "Recovery service can start him on Monday.",
        "Housing officer will hold the viewing till he's out.",
        "Found him a mentor through the college.",
        "GP agreed to a double appointment.",
        "OM and I have got him on the next building course.",
        "Emergency food sorted via the council for tonight.",
    ],
    "contact": [
        "Called SU, no answer, text sent.",
        "SU attended with a friend.",
        "Visited SU at home.",
        "Appointment missed.",
        "SU asked to move our meeting to the afternoon.",
        "Telephone contact with SU.",
        "Email sent to SU.",
        "Left a note under the door.",
        "Chatted to SU on the phone for ten minutes.",
        "Confirmed Friday with SU.",
        "He opened the door before I knocked.",
        "Half an hour, mostly him.",
        "Same time Monday.",
        "Walked round the reservoir with him.",
    ],
    "direct-support": [
        "Helped SU to draft a letter to his landlord.",
        "Took SU for his blood test.",
        "We looked at his bank statement and cancelled two direct debits.",
        "Gave him a lift to court.",
        "Went with SU to the Jobcentre to hand in his sick note.",
        "Supported him to call Turning Point and self refer.",
        "Helped him carry his things to the hostel.",
        "Showed him how to set reminders on his phone.",
        "Sat and did the online form for free travel with him.",
        "Breathing exercises for when he panics, we tried them together.",
        "Gave SU a foodbank parcel.",
        "Assisted SU in applying for a replacement licence.",
        "I waited in with him for the electrician.",
        "Practised what he will say to the GP.",
        "Called housing with SU in the office.",
        "Took him shopping for basics.",
        "Filled the meter for him on the way.",
        "Dropped him at the job centre and waited while he signed.",
        "Showed him how to scan his fit note in.",
        "Rang round for a van for his furniture, he listened and took the number.",
        "Got him sorted with a library card.",
        "Paid for his birth certificate out of petty cash with him at the counter.",
    ],
    "behaviour-change": [
        "Explored what he was feeling just before he took her keys.",
        "Worked with SU on the difference between guilt and shame.",
        "Looked at the ABC model.",
        "Did the cost/benefit table of using threats.",
        "Talked with him about consent.",
        "He reflected that he only shouts at people who can't hit back.",
        "Discussed the effect on the baby of hearing arguments in the womb.",
        "Got him to list his excuses and cross out the ones that put it on her.",
        "Went over the safety ladder, he is to leave at rung three.",
        "Challenged his view that she 'winds him up on purpose'.",
        "Completed the relationship history timeline with SU.",
        "Watched the clip about the two brothers and paused it at each choice.",
        "Used the broken plate metaphor; he got it.",
        "Session focus: emotional abuse.",
        "He admitted he uses the dog to frighten her.",
        "We named the tactics he uses when she wants to go out.",
        "Talked about what it means to be a man where he grew up.",
        "Positive self-talk practised.",
        "Explored his own experience of being hit and how he swore never to be like that.",
        "Asked whose job it is to keep his temper.",
        "Reviewed his anger diary, two entries, one of which he handled well.",
        "SU showed some insight into why she left.",
    ],
}


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    book, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert book is not None
    return compile_suggester(book)


def codes_of(suggester: Suggester, text: str) -> set[str]:
    note = Note(id="n", case_id="c", text=text, contact_type="Face to face")
    return {suggestion.code for suggestion in suggester.for_note(note, "")[1]}


@pytest.mark.parametrize("code", SENTENCES)
def test_most_wordings_of_a_code_are_met(suggester: Suggester, code: str) -> None:
    wanted = SENTENCES[code]
    assert len(wanted) >= 6
    missed = [text for text in wanted if code not in codes_of(suggester, text)]
    assert len(missed) <= len(wanted) * 0.3, missed


@pytest.mark.parametrize("code", SENTENCES)
def test_a_code_is_seldom_suggested_for_another(suggester: Suggester, code: str) -> None:
    others = [text for other, texts in SENTENCES.items() if other != code for text in texts]
    false = [text for text in others if code in codes_of(suggester, text)]
    assert len(false) <= len(others) * 0.12, false


def test_a_session_is_work_on_him_once_it_has_begun(suggester: Suggester) -> None:
    note = Note(
        id="n", case_id="c", text="Saw SU at the hall.\nAsked where everyone had been standing."
    )
    codes = [suggestion.code for suggestion in suggester.for_note(note)[1]]
    assert codes == ["contact", "behaviour-change"]
    assert codes_of(suggester, "Asked where everyone had been standing.") == set()


def test_who_is_rung_is_told_by_what_came_before(suggester: Suggester) -> None:
    texts = {
        "Rang again, no answer.": ["contact"],
        "Rang Idva for an update.\nRang again, no answer.": ["information-sharing"] * 2,
        "Rang SU.\nRang again, no answer.": ["contact"] * 2,
    }
    for text, wanted in texts.items():
        note = Note(id="n", case_id="c", text=text)
        assert [each.code for each in suggester.for_note(note)[1]] == wanted


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("10:02 me → SU, no answer", {"contact"}),
        ("Idva → me: quiet week", {"information-sharing"}),
        ("Idva -> me: quiet week", {"information-sharing"}),
        ("tc'd OM re his licence", {"information-sharing"}),
        ("H/V to Service User, nobody in", {"contact"}),
    ],
)
def test_the_shorthand_of_notes_is_read(suggester: Suggester, text: str, codes: set[str]) -> None:
    assert codes_of(suggester, text) == codes
