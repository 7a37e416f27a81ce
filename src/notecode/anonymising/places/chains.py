"""Shops, public houses, gyms, hotels, nurseries and employers that are known all over Britain.

Names of firms are facts; the lists were written for this project from general knowledge. All are
folded, phrases parted by semicolons. Where a list says "plain", its names are plain words as well
and mean the firm only where the words around them say so.
"""

from notecode.anonymising.words.spelling import folded_words, word_set


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list, as folded words."""
    return frozenset(folded_words(name) for name in " ".join(text.split()).split("; "))


SHOPS = phrases(
    """
    tesco; tescos; asda; aldi; lidl; morrisons; sainsburys; sainsbury's; waitrose; farmfoods;
    heron foods; costcutter; londis; nisa; nisa local; budgens; mccolls; ocado; costco; makro;
    booker; co-op food; coop food; one stop shop; bargain booze; bestway; booths; poundland;
    poundstretcher; poundworld; home bargains; wilko; wilkinsons; primark; primani; argos;
    matalan; peacocks; bonmarche; tk maxx; tkmaxx; sports direct; jd sports; foot locker; foot
    asylum; footasylum; schuh; shoe zone; shoezone; dunelm; homebase; wickes; screwfix;
    toolstation; travis perkins; jewsons; jewson; howdens; wren kitchens; dfs; ikea; currys; pc
    world; carphone warehouse; halfords; kwik fit; kwikfit; ats euromaster; euro car parts; wh
    smith; whsmith; waterstones; card factory; clintons; smyths; toys r us; pets at home;
    specsavers; vision express; timpsons; timpson; cash converters; cash generator; brighthouse;
    cex; superdrug; debenhams; house of fraser; selfridges; harrods; harvey nichols; river
    island; topshop; topman; burtons menswear; zara; asos; boohoo; missguided; gymshark; new
    look; dorothy perkins; marks and spencer; marks & spencer; marks and sparks; john lewis;
    savers; body shop; claires accessories; hobbycraft; poundbakery; iceland foods; everything
    £1; b and m; b and q; b & q; b & m; b and ms; ao.com; majestic wine; oddbins; holland and
    barrett; holland & barrett; max spielmann; office outlet; staples; laura ashley;
    carpetright; harveys furniture; bensons for beds; dreams beds; scs sofas; store twenty one;
    tj hughes; original factory shop; the perfume shop; the entertainer; trago mills; qd stores;
    boyes; wynsors; go outdoors; decathlon; blacks outdoor; mountain warehouse; trespass; fat
    face; superdry; hollister; jack wills; h samuel; ernest jones; pandora; swarovski;
    goldsmiths jewellers; warren james; ee store; o2 shop; three store; carphone; phones 4u;
    phones4u; thorntons; clarks shoes; barratts; ann summers; lovehoney; victoria's secret;
    build a bear; hmv; blockbuster; game station; cotswold outdoor
    """
)
EATING_AND_DRINKING = phrases(
    """
    mcdonalds; mcdonald's; maccies; maccy d's; maccy ds; mcds; kfc; burger king; greggs; costa
    coffee; starbucks; caffe nero; cafe nero; nero's; pret a manger; nando's; nandos; pizza hut;
    pizza express; dominos; domino's; papa john's; papa johns; pizza go go; wagamama; wagamamas;
    wetherspoon; wetherspoons; weatherspoons; wetherspoon's; spoons; harvester; toby carvery;
    frankie and benny's; frankie and bennys; frankie & benny's; five guys; taco bell; wimpy;
    chicken cottage; dixy chicken; dixy's; morleys; brewers fayre; beefeater; hungry horse; slug
    and lettuce; revs bar; walkabout; yates's; popworld; pryzm; tiger tiger; tim hortons; krispy
    kreme; dunkin donuts; german doner kebab; heavenly desserts; kaspas; creams cafe; bella italia;
    prezzo; zizzi; ask italian; tgi fridays; tgi friday's; tgis; miller and carter; stonehouse;
    sizzling pubs; greene king; marstons; flaming grill; two for one pub; cosmo; zaap; tortilla;
    chopstix; subway sandwich; wenzels; cooplands; sayers; poundbakery; warrens bakery; west
    cornwall pasty; muffin break; deliveroo; uber eats; ubereats; just eat; justeat; stonegate
    """
)
LEISURE = phrases(
    """
    puregym; pure gym; the gym group; jd gym; jd gyms; david lloyd; virgin active; bannatynes;
    bannatyne's; bannatyne; anytime fitness; snap fitness; xercise4less; dw fitness; total fitness;
    everlast gym; village gym; nuffield health; fitness first; fitness4less; energie fitness;
    curves gym; travelodge; premier inn; holiday inn; holiday inn express; ibis; ibis budget;
    easyhotel; jurys inn; novotel; mercure; best western; days inn; campanile; hilton; marriott;
    radisson; butlins; butlin's; pontins; haven holidays; center parcs; centre parcs; alton towers;
    thorpe park; legoland; chessington; drayton manor; flamingo land; blackpool pleasure beach;
    pleasure beach; gullivers world; cineworld; odeon; hollywood bowl; tenpin; superbowl; laser
    quest; laser zone; flip out; gravity trampoline; jump in trampoline; mecca bingo; gala bingo;
    buzz bingo; ladbrokes; william hill; betfred; paddy power; betvictor; ladbroke's; merkur;
    grosvenor casino; genting casino; admiral casino
    """
)
NURSERIES = phrases(
    """
    busy bees; bright horizons; kids planet; kiddi caru; mama bear's; mama bears; tops day
    nurseries; just childcare; co-operative childcare; asquith nursery; portico nursery; storal;
    grandir; n family club; partou; happy days nursery; kids inc; monkey puzzle; little acorns;
    tiny tots; first steps nursery; little explorers; little angels; abc nursery; rainbow nursery;
    little stars; sunny days nursery; the old school house nursery
    """
)
CARRIERS = phrases(
    """
    dhl; dpd; fedex; parcelforce; hermes; evri; yodel; tuffnells; eddie stobart; stobarts;
    wincanton; clipper logistics; xpo logistics; city link; palletline; amazon logistics; amazon
    flex; royal mail depot; addison lee; veezu; ryanair; easyjet; jet2; wizz air; p&o ferries;
    stena line; swissport; menzies aviation; stagecoach; arriva
    """
)
PLAIN_SHOPS = phrases(
    """
    next; boots; spar; subway; iceland; costa; premier; game; coral; vue; showcase; admiral;
    clarks; shell; esso; texaco; bp; jet; better; booths; dreams; savers; co-op; coop; co op; one
    stop; lifestyle; heron; harveys; wilkos; tui; schuh; revolution; yates; o'neills; reflex;
    flares; the range; the works; bargain buys; b&m; b&q; h&m; m&s; jd; dw; tkmax; argos
    """
)
"""Plain: they need a capital, and a word of place or work before them."""

EMPLOYERS = word_set(
    """
    tesco asda aldi lidl argos boots amazon greggs iceland morrisons next sainsburys poundland
    primark costa starbucks mcdonalds kfc subway nandos wetherspoons dpd hermes evri yodel screwfix
    wickes halfords ikea spar nisa dominos deliveroo uber poundstretcher wilko currys superdrug
    waitrose matalan dunelm serco sodexo mitie capita bupa airbus nissan toyota vauxhall jcb bae
    nestle cadbury cadburys warburtons hovis kingsmill greencore bakkavor cranswick moypark mccain
    walkers kelloggs heinz pepsico unilever openreach vodafone veolia biffa suez viridor redrow
    persimmon barratts barratt bellway keepmoat wates skanska costain balfour kier interserve
    carillion adecco manpower randstad reed hays pertemps staffline transline arriva stagecoach ups
    tnt fedex dhl parcelforce wincanton stobart ocado culina arla muller mueller jaguar bentley
    siemens gkn tata corus sony bosch dyson pirelli michelin pilkington whitbread barclays lloyds
    natwest hsbc santander halifax nationwide tsb sky bt ee boohoo asos jd argos b&m clipper mears
    aramark compass securitas g4s ocs
    """
)
"""Employers by name; some are words of notes as well."""
