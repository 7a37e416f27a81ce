"""Presidio's engine, put together of this package's recognisers and none of its own."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from notecode.anonymising.protection import Protection

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer

    from notecode.anonymising.dictionary import Dictionary
    from notecode.anonymising.name_models import NameModel


def recognisers(dictionary: "Dictionary") -> list["EntityRecognizer"]:
    """This package's recognisers, in a fixed order."""
    return list(_pattern_recognisers()) + list(_name_recognisers(dictionary))


def _pattern_recognisers() -> Iterator["EntityRecognizer"]:
    from notecode.anonymising.recognisers import (
        address,
        age,
        bank,
        birth_date,
        court_and_prison,
        date,
        device,
        email,
        handle,
        identity_document,
        language,
        lead_kinds,
        national_insurance,
        nationality,
        nhs_number,
        phone,
        police,
        postcode,
        reference,
        religion,
        service_record,
        vehicle,
        welsh_address,
    )

    yield address.AddressRecogniser()
    yield welsh_address.WelshAddressRecogniser()
    yield age.AgeRecogniser()
    yield date.DateRecogniser()
    yield device.DeviceRecogniser()
    yield birth_date.DateOfBirthRecogniser()
    yield email.EmailRecogniser()
    yield handle.HandleRecogniser()
    yield handle.UrlRecogniser()
    yield nationality.NationalityRecogniser()
    yield religion.ReligionRecogniser()
    yield language.LanguageRecogniser()
    yield phone.PhoneRecogniser()
    yield postcode.PostcodeRecogniser()
    yield vehicle.VehicleRecogniser()
    yield nhs_number.NhsNumberRecogniser()
    yield national_insurance.NationalInsuranceRecogniser()
    yield bank.BankRecogniser()
    yield court_and_prison.CourtAndPrisonRecogniser()
    yield identity_document.IdentityDocumentRecogniser()
    yield police.PoliceReferenceRecogniser()
    yield service_record.ServiceRecordRecogniser()
    yield reference.ReferenceRecogniser()
    yield lead_kinds.WelshSchoolRecogniser()
    yield lead_kinds.WelshSurgeryRecogniser()
    yield lead_kinds.WelshHospitalRecogniser()
    yield lead_kinds.WorshipRecogniser()
    yield lead_kinds.SaintRecogniser()
    yield lead_kinds.ClubRecogniser()


def _name_recognisers(dictionary: "Dictionary") -> Iterator["EntityRecognizer"]:
    from notecode.anonymising.names import ModelNameRecogniser
    from notecode.anonymising.recognisers import (
        age_beside_name,
        cued_name,
        cued_organisation,
        given_name,
        handle,
        initialled_name,
        institution,
        introduced_name,
        listed_name,
        message_name,
        place,
        titled_name,
        unknown_name,
        venue,
    )

    yield age_beside_name.AgeBesideNameRecogniser(dictionary)
    yield cued_name.CuedNameRecogniser(dictionary)
    yield cued_organisation.CuedOrganisationRecogniser(dictionary)
    yield given_name.GivenNameRecogniser(dictionary)
    yield handle.AnnouncedHandleRecogniser(dictionary)
    yield institution.InstitutionRecogniser(dictionary)
    yield initialled_name.InitialledNameRecogniser(dictionary)
    yield introduced_name.IntroducedNameRecogniser(dictionary)
    yield listed_name.ListedNameRecogniser(dictionary)
    yield message_name.MessageNameRecogniser(dictionary)
    yield titled_name.TitledNameRecogniser(dictionary)
    yield unknown_name.UnknownNameRecogniser(dictionary)
    yield ModelNameRecogniser(dictionary)
    yield place.PlaceRecogniser(dictionary)
    yield venue.VenueRecogniser(dictionary)


def analyser_of(
    names: "NameModel",
    dictionary: "Dictionary",
    protection: Protection,
    recognisers: Sequence["EntityRecognizer"],
) -> "AnalyzerEngine":
    """Presidio's engine with these recognisers alone, and none of its own."""
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry

    from notecode.anonymising.language_model import LANGUAGE, AsItIs, NotesNlpEngine

    return AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=list(recognisers), supported_languages=[LANGUAGE]),
        nlp_engine=NotesNlpEngine(names, dictionary, protection),
        context_aware_enhancer=AsItIs(),
        supported_languages=[LANGUAGE],
    )
