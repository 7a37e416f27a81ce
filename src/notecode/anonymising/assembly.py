"""Presidio's engine, put together of this package's recognisers and none of its own."""

import logging
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from notecode.anonymising.protection import Protection

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer

    from notecode.anonymising.name_models import NameModel
    from notecode.anonymising.words.dictionary import Dictionary


def recognisers(dictionary: "Dictionary") -> list["EntityRecognizer"]:
    """This package's recognisers, in a fixed order."""
    return [*_pattern_recognisers(), *_recognisers_of_names(dictionary)]


@cache
def _pattern_recognisers() -> "tuple[EntityRecognizer, ...]":
    """Built once a process: they keep nothing of a text, and their patterns take a second."""
    return (
        *_contact_recognisers(),
        *_personal_recognisers(),
        *_number_recognisers(),
        *_kind_recognisers(),
    )


def _contact_recognisers() -> Iterator["EntityRecognizer"]:
    """Where somebody is found: addresses, telephones, e-mail, accounts."""
    from notecode.anonymising.recognisers import (
        address,
        device,
        email,
        handle,
        phone,
        postcode,
        route,
        vehicle,
        welsh_address,
    )

    yield address.AddressRecogniser()
    yield welsh_address.WelshAddressRecogniser()
    yield device.DeviceRecogniser()
    yield email.EmailRecogniser()
    yield handle.HandleRecogniser()
    yield handle.UrlRecogniser()
    yield phone.PhoneRecogniser()
    yield postcode.PostcodeRecogniser()
    yield route.RouteRecogniser()
    yield vehicle.VehicleRecogniser()


def _personal_recognisers() -> Iterator["EntityRecognizer"]:
    """When something was, and what somebody is: days, ages, origin, religion, language."""
    from notecode.anonymising.recognisers import (
        age,
        age_by_company,
        age_in_passing,
        age_offhand,
        birth_date,
        date,
        day_in_passing,
        language,
        nationality,
        religion,
    )

    yield age.AgeRecogniser()
    yield age_by_company.AgeByCompanyRecogniser()
    yield age_in_passing.AgeInPassingRecogniser()
    yield age_offhand.AgeOffhandRecogniser()
    yield date.DateRecogniser()
    yield day_in_passing.DayInPassingRecogniser()
    yield birth_date.DateOfBirthRecogniser()
    yield nationality.NationalityRecogniser()
    yield religion.ReligionRecogniser()
    yield language.LanguageRecogniser()


def _number_recognisers() -> Iterator["EntityRecognizer"]:
    """What public bodies and banks call somebody."""
    from notecode.anonymising.recognisers import (
        bank,
        court_and_prison,
        dial_in,
        identity_document,
        national_insurance,
        nhs_number,
        police,
        reference,
        service_record,
    )

    yield nhs_number.NhsNumberRecogniser()
    yield national_insurance.NationalInsuranceRecogniser()
    yield bank.BankRecogniser()
    yield court_and_prison.CourtAndPrisonRecogniser()
    yield dial_in.DialInRecogniser()
    yield identity_document.IdentityDocumentRecogniser()
    yield police.PoliceReferenceRecogniser()
    yield service_record.ServiceRecordRecogniser()
    yield reference.ReferenceRecogniser()


def _kind_recognisers() -> Iterator["EntityRecognizer"]:
    """Organisations whose name begins with their kind."""
    from notecode.anonymising.recognisers import lead_kinds, plain_firm

    yield lead_kinds.WelshSchoolRecogniser()
    yield lead_kinds.WelshSurgeryRecogniser()
    yield lead_kinds.WelshHospitalRecogniser()
    yield lead_kinds.WorshipRecogniser()
    yield lead_kinds.SaintRecogniser()
    yield lead_kinds.ClubRecogniser()
    yield plain_firm.PlainFirmRecogniser()
    yield plain_firm.WardRecogniser()
    yield plain_firm.CongregationRecogniser()
    yield plain_firm.StartedSchoolRecogniser()


@lru_cache(maxsize=2)
def _recognisers_of_names(dictionary: "Dictionary") -> "tuple[EntityRecognizer, ...]":
    """Built once for a dictionary, as the patterns are."""
    return (*_people_recognisers(dictionary), *_place_recognisers(dictionary))


def _people_recognisers(dictionary: "Dictionary") -> Iterator["EntityRecognizer"]:
    """Names of people, by what stands around them."""
    from notecode.anonymising.recognisers import (
        age_beside_name,
        chat_name,
        cued_name,
        given_name,
        initialled_name,
        introduced_name,
        listed_name,
        message_name,
        minuted_initials,
        numbered_name,
        possessive_name,
        small_full_name,
        standing_initials,
        titled_name,
        unknown_name,
    )
    from notecode.anonymising.seen_names import ModelNameRecogniser

    yield age_beside_name.AgeBesideNameRecogniser(dictionary)
    yield chat_name.ChatNameRecogniser(dictionary)
    yield cued_name.CuedNameRecogniser(dictionary)
    yield given_name.GivenNameRecogniser(dictionary)
    yield initialled_name.InitialledNameRecogniser(dictionary)
    yield introduced_name.IntroducedNameRecogniser(dictionary)
    yield listed_name.ListedNameRecogniser(dictionary)
    yield message_name.MessageNameRecogniser(dictionary)
    yield minuted_initials.MinutedInitialsRecogniser()
    yield possessive_name.PossessiveNameRecogniser(dictionary)
    yield small_full_name.SmallFullNameRecogniser()
    yield standing_initials.StandingInitialsRecogniser(dictionary)
    yield titled_name.TitledNameRecogniser(dictionary)
    yield unknown_name.UnknownNameRecogniser(dictionary)
    yield ModelNameRecogniser(dictionary)
    yield numbered_name.NumberedNameRecogniser(dictionary)


def _place_recognisers(dictionary: "Dictionary") -> Iterator["EntityRecognizer"]:
    """Names of places and organisations, and numbers that only their place tells."""
    from notecode.anonymising.recognisers import (
        announced_organisation,
        court_town,
        cued_organisation,
        flat_place,
        handle,
        institution,
        known_organisation,
        labelled_place,
        place,
        table_number,
        told_organisation,
        unexplained_number,
        venue,
    )

    yield announced_organisation.AnnouncedOrganisationRecogniser(dictionary)
    yield court_town.CourtTownRecogniser()
    yield cued_organisation.CuedOrganisationRecogniser(dictionary)
    yield flat_place.FlatPlaceRecogniser(dictionary)
    yield handle.AnnouncedHandleRecogniser(dictionary)
    yield institution.InstitutionRecogniser(dictionary)
    yield known_organisation.KnownOrganisationRecogniser(dictionary)
    yield labelled_place.LabelledPlaceRecogniser(dictionary)
    yield table_number.TableNumberRecogniser()
    yield told_organisation.ToldOrganisationRecogniser(dictionary)
    yield unexplained_number.UnexplainedNumberRecogniser(dictionary)
    yield place.PlaceRecogniser(dictionary)
    yield venue.VenueRecogniser(dictionary)


def analyser_of(
    names: "NameModel",
    dictionary: "Dictionary",
    protection: Protection,
    recognisers: Sequence["EntityRecognizer"],
) -> "AnalyzerEngine":
    """Presidio's engine with these recognisers alone, and none of its own."""
    from presidio_analyzer import RecognizerRegistry

    from notecode.anonymising.language_model import (
        LANGUAGE,
        AsItIs,
        NotesAnalyzerEngine,
        NotesNlpEngine,
    )

    return NotesAnalyzerEngine(
        registry=RecognizerRegistry(recognizers=list(recognisers), supported_languages=[LANGUAGE]),
        nlp_engine=NotesNlpEngine(names, dictionary, protection),
        context_aware_enhancer=AsItIs(),
        supported_languages=[LANGUAGE],
    )


def silence_presidio() -> None:
    """Switch off Presidio's loggers: at debug level they write names, and one has a handler."""
    import presidio_analyzer  # noqa: F401  its import is what adds the handler

    for name in ("presidio-analyzer", "presidio-anonymizer", "decision_process"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)
