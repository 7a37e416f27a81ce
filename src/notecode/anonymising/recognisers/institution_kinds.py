"""The words that say what kind of institution a name belongs to, and what it is masked as."""

from typing import NamedTuple

from notecode.anonymising.findings import HOSPITAL, PLACE, SCHOOL, SURGERY, WORKPLACE, WORSHIP
from notecode.anonymising.words.spelling import folded_words, word_set


class Kind(NamedTuple):
    """A kind of institution, by the words that end its name.

    A ``sure`` kind makes a name of any capitalised word before it. One that is not needs a
    capital itself. A ``weak`` one is part of so many names of services that a word which is no
    plain English must stand before it, unless it is ``built``: then capitals are enough.
    """

    type: str
    sure: bool = True
    weak: bool = False
    built: bool = False


def _phrases(text: str) -> list[tuple[str, ...]]:
    return [folded_words(phrase) for phrase in " ".join(text.split()).split("; ")]


_SURE = {
    SCHOOL: """
        school; academy; primary; nursery; juniors; infants; college; grammar; sixth form; 6th
        form; preschool; pre school; playgroup; day nursery; montessori; university; primary
        school; breakfast club; after school club; high school; ps; hs
    """,
    SURGERY: """
        surgery; medical centre; medical center; medical practice; health centre; health center;
        medical group; gp practice; group practice; dental practice; family practice; pharmacy;
        chemist; opticians; walk in centre; birth centre; vets; veterinary surgery; doctors
        surgery
    """,
    HOSPITAL: """
        hospital; infirmary; hospice; hosp; general hospital; general infirmary; royal
        infirmary; maternity hospital; maternity unit; birthing unit
    """,
    WORSHIP: """
        church; chapel; mosque; masjid; gurdwara; gurudwara; mandir; kovil; synagogue; shul;
        cathedral; priory; vihara; kingdom hall; tabernacle; tewahedo; islamic centre; christian
        centre; church hall; ministries; christian fellowship; church of god; temple; kirk;
        parish church; parish kirk
    """,
    WORKPLACE: """
        tyres and exhausts; tyres; scaffolding; roofing; joinery; logistics; haulage; poultry;
        barbers; hairdressers; kebabs; kebab house; fish bar; groundworks; homecare; home care;
        care home; nursing home; residential home; care agency; lettings; estate agents;
        solicitors; llp; ltd; limited; newsagents; off licence; car wash; florists; butchers;
        betting shop; bookmakers; guest house; couriers; bros; superstore; cash and carry; farm
        shop; cabs; taxis; and sons; post office; building supplies; timber merchants; kitchens
        and bathrooms; driving school; restaurant; takeaway; cafe; law firm; partners; and
        partners; and co; banqueting suite; banqueting hall; banquet hall; funeral directors;
        funeralcare; undertakers; beauty salon; nail bar; barber shop; barbershop; wholesale;
        abattoir; quarry; sawmill; farms; fisheries; smokehouse; brewery; distillery; bus
        company
    """,
    PLACE: """
        tavern; boxing gym; dance class; dance school; dance academy; stage school; judo club;
        karate club; gymnastics club; social club; working mens club; working men s club; wmc;
        boxing club; football club; rugby club; rfc; afc; cricket club; golf club; snooker club;
        snooker hall; bowls club; nightclub; leisure centre; sports centre; swimming baths;
        community centre; childrens centre; children s centre; family hub; family centre; day
        centre; youth club; youth centre; village hall; town hall; shopping centre; retail park;
        industrial estate; business park; trading estate; arboretum; country park; recreation
        ground; playing fields; playing field; crematorium; museum; bus station; train station;
        railway station; tube station; house ap; house hostel; hotel; skate park; scheme;
        harbour; bowling club; curling club; health club; swimming pool; ice rink; premier inn;
        travelodge; barracks
    """,
}
_NAMED = {
    SCHOOL: "high; comp; tech; uni; pru",
    SURGERY: "clinic; practice; medical; dental; dentist; dentists",
    HOSPITAL: "general; royal",
    WORSHIP: "parish; abbey; pentecostal; methodist; baptist; assembly; congregation; temple",
    WORKPLACE: """
        cars; motors; autos; garage; builders; plumbing; foods; bakery; cleaners; kitchens;
        fencing; flooring; packaging; recruitment; salon; nails; pizza; chippy; paving; salvage;
        law; convenience; stores; florist; butcher; contractors; steel; steels; textiles; meats;
        electrical; bingo; casino; distribution; tattoo; tattoos; tanning; launderette;
        catering; decorators; landscapes; glazing; windows; removals; skips; brothers; sons;
        supermarket; plc; engineering; construction; fitness; travel; security; warehouse; bar;
        express; wines; bets; furniture; carpets; bathrooms; produce; fruit; fruits; growers;
        bulbs; salads; potatoes; fabrications; castings; foundry; plastics; mouldings; printers;
        plant hire; tool hire; van hire; demolition; scrap; metals; recycling; transport;
        coaches; tandoori; balti; kebab; grill; diner; bistro; deli; tearooms; tea rooms; fryer;
        bakers; dairy; dairies; creamery; stables; kennels; hair; beauty; brows; cutz; fades;
        vape; vapes; phones; jewellers; pawnbrokers; bookies; amusements; insulation; interiors;
        upholstery; sofas; blinds; flowers; plastering; tiling; decorating; brickwork;
        gardening; landscaping; heating; electrics; depot; factory; carpentry; glass; scaffold;
        access; leisure; coffee; fried chicken; drainage; cladding; valeting; bodyshop; tiles;
        timber; homes; sweet centre; sweet mart; superstore; mini market; minimarket; mini mart;
        food store
    """,
    PLACE: """
        arms; inn; gym; legion; fc; park; rec; common; cemetery; library; lodge; hall; estate; est;
        marina; docks; pier; beach; precinct; allotments; allotment; reservoir; stn; hostel;
        centre; ctr; station; multistorey; woods; bridge; market; square; quay; roundabout;
        loch; fields; campsite; club; tower; towers; farm; mill; court; airport; shops; lake;
        valley; pool; canal; island; retail; showground; racecourse; speedway; stadium; theatre;
        cinema; pavilion; playground; cc; abc; rufc; rlfc; ufc; jfc; harriers; scouts; brownies;
        cadets; dojo; mma; soft play; bowl; services; viaduct; layby; travellers site; civic
        centre; civic ctr; childrens ctr; children s ctr; caravan site; family ctr; community
        ctr; rangers; rovers; wanderers; athletic; colts; lionesses; mall; arcade; shopping ctr;
        bandstand; war memorial; clubhouse; food bank; foodbank; bingo hall; holiday park;
        caravan park; crossroads; interchange; terminal; wharf; barrage; nature reserve
    """,
}
_BUILT = word_set(
    """
    centre ctr hall library hostel hotel club tower towers mill park fields market square bridge
    station cinema theatre stadium pavilion canal pool lake valley island estate est court high
    mall arcade wharf interchange
    """
)
"""Weak kinds of places that stand somewhere: a name of plain words with capitals is one too."""
_WEAK = word_set(
    """
    general royal centre ctr law station estate est travel security hall common practice library
    hostel clinic hotel distribution medical dental catering recruitment legion assembly stores
    express market square court bridge club high engineering construction convenience cleaners
    packaging builders windows bar parish park fields tower towers mill sons brothers uni tech
    warehouse steel airport shops lake valley pool canal island retail pavilion services cinema
    theatre stadium
    """
)

KINDS: dict[tuple[str, ...], Kind] = {
    **{
        phrase: Kind(kind, sure=False, weak=phrase[-1] in _WEAK, built=phrase[-1] in _BUILT)
        for kind, text in _NAMED.items()
        for phrase in _phrases(text)
    },
    **{phrase: Kind(kind) for kind, text in _SURE.items() for phrase in _phrases(text)},
}
"""Folded words of a kind -> the kind."""

LEVELS = word_set(
    """
    primary junior infant infants secondary high grammar nursery academy comprehensive middle
    special catholic ce rc community college preschool preparatory prep boarding foundation
    baptist methodist pentecostal evangelical parish reformed urc gospel christian orthodox elim
    islamic sikh hindu general royal district university memorial county teaching gen maternity
    medical dental police train railway tube bus fire united central gp buddhist muslim jewish
    """
)
"""Words that may stand between the name and the kind, and say nothing of the name."""

_PRISON = word_set("hmp hmyoi yoi prison")
KIND_WORDS = frozenset(word for phrase in KINDS for word in phrase) | LEVELS | _PRISON
"""Every word that may say what kind of institution a name belongs to."""
