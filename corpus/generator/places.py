"""Invented streets, schools, surgeries and pubs; a few real towns, where nobody here lives."""

STREETS = (
    "Tolland Close", "Marl Street", "Quarry Hill Road", "Bellwether Avenue", "Ferrier Court",
    "Dunmore Terrace", "Saltpan Lane", "Old Brickfield Way", "Cobbett Crescent", "Halyard Walk",
    "Peartree Gardens", "Larch Grove", "Station Parade", "Inkerman Street", "Windlass Row",
    "Heron Drive", "Maltings Road", "St Cuthman's Road", "Nailers Yard", "Beacon Rise",
    "Lower Tarn Street", "Ashgill Place", "Copperas Lane", "Wharfinger Street", "Redfern Mews",
)  # fmt: skip
TOWNS = (
    "Penwick", "Harbury Cross", "Staithley", "Ottermouth", "Cleeve Moor", "Thornaby Vale",
    "Brackenfold", "Marlstow", "Eastlow", "Hollin Bridge", "Netherby", "Wexcombe",
    "Leicester", "Swansea", "Blackpool", "Luton", "Cardiff", "Bradford", "Rhyl", "Margate",
)  # fmt: skip
PLACES: dict[str, dict[str, tuple[str, ...]]] = {
    "Site 1": {
        "school": ("St Cuthman's Primary", "Beacon Rise Infants", "Marlfield Academy",
                   "Oakhanger Junior School"),
        "surgery": ("Inkerman Street Surgery", "The Maltings Practice", "Ferrier Medical Centre"),
        "pub": ("the Shipwright's Arms", "the Old Loom", "the Three Larks"),
        "prison": ("Stonebeck", "Marlwood"),
        "hostel": ("Dunmore House", "Albion Lodge"),
        "work": ("Kestrel Scaffolding", "Bramley & Tate", "Pennant Couriers"),
    },
    "Site 2": {
        "school": ("Larch Grove Primary", "Holy Rood RC School", "Cobbett Community School"),
        "surgery": ("Saltpan Surgery", "Dr Fenn & Partners", "Quarry Hill Medical Centre"),
        "pub": ("the Drovers", "the Lord Ravensby", "the Canal Tavern"),
        "prison": ("Eastlow", "Greymoor"),
        "hostel": ("Northbank House", "Quayside Lodge"),
        "work": ("Ridley Roofing", "Hobson's Bakery", "FastDrop Parcels"),
    },
    "Site 3": {
        "school": ("Ashgill Primary", "St Winifred's", "Redfern High School"),
        "surgery": ("Windlass Row Surgery", "Copperas Lane Practice", "Tarnside Health Centre"),
        "pub": ("the Railway Bell", "the Blue Boar", "the Fettler's Rest"),
        "prison": ("Hollin Bridge", "Wealdmoor"),
        "hostel": ("Tarnside Hostel", "Nightingale House"),
        "work": ("Ostler Tyres", "Peakline Kitchens", "Dale Valeting"),
    },
}  # fmt: skip
