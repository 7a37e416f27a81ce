"""Places that notes are likely to name, as words to look up; where they come from is said there."""

from notecode.anonymising.places.british import BRITISH_PLACES
from notecode.anonymising.places.foreign import FOREIGN_PLACES
from notecode.anonymising.places.gazetteer import TOWNS, TOWNS_OF_WORDS
from notecode.anonymising.words.spelling import word_set

_SEVERAL_WORDS = """
abbots langley; abu dhabi; acocks green; addis ababa; alum rock; antigua and barbuda; ashby de la
zouch; ashton in makerfield; ashton under lyne; azad kashmir; baia mare; balsall heath; bamber
bridge; barrow in furness; barry island; bartley green; belle isle; belle vale; benin city; bere
regis; berwick hills; berwick upon tweed; bethnal green; bielsko biala; bishop auckland; bishops
castle; bishops stortford; bishops waltham; blaenau ffestiniog; bognor regis; bourton on the water;
bradford moor; bradford on avon; bradford on tone; bradley stoke; braunstone town; brierley hill;
briton ferry; bryn mawr; budleigh salterton; buenos aires; builth wells; burgess hill; burkina faso;
burley in wharfedale; burnham on crouch; burnham on sea; burnt oak; burry port; burton latimer;
burton on trent; burton upon trent; bury st edmunds; camara de lobos; camden town; canary wharf;
canning town; canvey island; cape town; cape verde; carbis bay; castle bromwich; castle vale; cefn
coed; cefn mawr; chadwell heath; chapel allerton; cheadle hulme; cheetham hill; chelmsley wood;
chester le street; chipping norton; chipping sodbury; church village; clacton on sea; clapham
junction; cluj napoca; colwyn bay; connahs quay; costa del sol; costa rica; county durham; cradley
heath; cross gates; cross green; cross hills; cross keys; crouch end; crystal palace; custom house;
czech republic; dar es salaam; denmark hill; dera ghazi khan; dominican republic; downham market;
earls court; east africa; east barnet; east dulwich; east grinstead; east ham; east kilbride; east
lothian; eastern europe; easton in gordano; ebbw vale; el salvador; elephant and castle; ellesmere
port; elm park; finsbury park; firth park; forest gate; forest hill; fort william; frinton on sea;
gants hill; gaza strip; gidea park; gipsy hill; golders green; gran canaria; grange over sands;
great barr; great yarmouth; greater manchester; gwaun cae gurwen; hackney wick; hall green; harold
hill; harold wood; hatfield heath; hay on wye; hayling island; haywards heath; hazel grove; hebden
bridge; hedge end; hemel hempstead; henley on thames; herne bay; herne hill; hetton le hole; high
barnet; high wycombe; higham ferrers; ho chi minh city; hodge hill; holme wood; holy island; hong
kong; honor oak; houghton le spring; hunts cross; hyson green; isle of anglesey; isle of dogs; isle
of man; isle of portland; isle of sheppey; isle of thanet; isle of wight; ivory coast; kensal green;
kensal rise; kentish town; kings cross; kings heath; kings lynn; kings norton; kings stanley;
kingston upon hull; kingston upon thames; kirkby in ashfield; kirkby lonsdale; kirkby stephen; kitts
green; knowle west; ladbroke grove; las vegas; leamington spa; lee on the solent; leigh on sea;
leighton buzzard; little stoke; llandrindod wells; llanfair pg; llantwit fardre; llantwit major;
locks heath; london bridge; long eaton; los angeles; low fell; lyme regis; lytham st annes; maida
vale; manor park; manor top; market deeping; market drayton; market harborough; market rasen; may
pen; mazar i sharif; melton mowbray; menai bridge; merry hill; merthyr tydfil; middle east; mile
end; mill hill; milton keynes; montego bay; moreton in marsh; moss side; mountain ash; muswell hill;
nant y moel; nether edge; new addington; new barnet; new brighton; new cross; new delhi; new jersey;
new malden; new parks; new york; new zealand; newcastle emlyn; newcastle under lyme; newcastle upon
tyne; newport pagnell; newton abbot; newton aycliffe; newton heath; newton le willows; norris green;
north africa; north hykeham; north kensington; north korea; north ormesby; north shields; notting
hill; ocho rios; old colwyn; old swan; old trafford; ottery st mary; paddock wood; palmers green;
papua new guinea; park royal; parson cross; peckham rye; pen y bont; pen y graig; perry barr; piatra
neamt; port glasgow; port harcourt; port sunlight; port talbot; potters bar; poulton le fylde;
quarry bank; radcliffe on trent; rahim yar khan; rhos on sea; rio de janeiro; ross on wye; rowley
regis; royal tunbridge wells; royal wootton bassett; saffron walden; salford quays; san juan; sao
paulo; satu mare; saudi arabia; seal sands; selly oak; seven kings; shard end; shepherds bush;
shoreham by sea; sierra leone; small heath; south africa; south bank; south elmsall; south end;
south kensington; south korea; south norwood; south ockendon; south shields; south sudan; south
woodham ferrers; southend on sea; sowerby bridge; spanish town; sri lanka; st albans; st andrew
parish; st anns; st asaph; st austell; st blazey; st clears; st davids; st dogmaels; st elizabeth;
st helens; st ives; st johns wood; st just; st kitts; st leonards; st leonards on sea; st lucia; st
mellons; st pancras; st peters port; st thomas; st vincent; stamford hill; stara zagora; stockton on
tees; stoke bishop; stoke gifford; stoke newington; stoke on trent; stony stratford; stow on the
wold; stratford upon avon; streatham hill; surrey quays; sutton coldfield; sutton in ashfield;
talbot green; targu mures; tel aviv; the meadows; thornton cleveleys; thornton heath; thorpe bay;
thorpe hesley; ton pentre; tottenham hale; tower hamlets; trinidad and tobago; tulse hill; tunbridge
wells; united arab emirates; united states; veliko tarnovo; waltham forest; walton on thames; walton
on the naze; ward end; washwood heath; wath upon dearne; welwyn garden city; west africa; west bank;
west bowling; west bridgford; west bromwich; west derby; west end; west ham; west indies; west
kensington; west kirby; west lothian; west midlands; west norwood; weston super mare; whalley range;
white city; whitley bay; winson green; wood end; wood green; wootton bassett; worcester park; worlds
end; yardley wood; ystrad mynach; zielona gora
"""

WELL_KNOWN_PLACES = BRITISH_PLACES | FOREIGN_PLACES
"""Places of one word that are sooner a place than somebody's surname, folded."""

ONE_WORD_PLACES = WELL_KNOWN_PLACES | TOWNS
"""Places of one word, folded."""

SEVERAL_WORD_PLACES = (
    *(tuple(name.split()) for name in " ".join(_SEVERAL_WORDS.split()).split("; ")),
    *TOWNS_OF_WORDS,
)
"""Places of several words, as folded words."""

WORD_PLACES = word_set(
    """
    alexandria amble angus anstey arnold ascot ashby ashfield ashford ashton aston barking
    barrow barry barton bath battle beaufort beaumont belgrave belmont bentley beverley
    birchwood blackthorn blackwood blantyre bourne bradley brent briton burnham burton bury
    buxton camden cardigan carlton chantry chard charlton cheddar cherry chester china cleveland
    clifton compton constanta cork cowley crosby dalton darnley deal delhi denny denton derby
    derry devon diss dudley eccles elgin ermine erskine faro felling fez fife firth fleet flint
    ford freshwater frome garth grays hale halifax halstead hamilton harrow hastings haworth
    hawthorn hayes haywards hazel heartsease heathfield henley holland holloway houghton hove
    hull hyde irvine israel jersey johnston jordan keith kent kerry kimberley kingston lahore
    langley lauder lawrence leek leigh lenton leven lewes lincoln livingston louth lye lyme
    madeira malton marton mayo melbourne merton middleton milan milford milton minster mold
    montrose moorland morley nelson newark newburgh newton norris norwood oakwood odessa paris
    pembroke penn percy perth pickering poole poplar portland porto preston ramsey reading
    reddish richmond riga riverside rochester romney rothwell royston rugby ruse rye ryton
    saffron sale sandwich seaham seaton sebastopol selly shaw sheldon sherwood shirley sleights
    sofia stafford standish stanford stanley stirling stoke stroud sudbury sutton sydney talbot
    thornton thorpe turkey tyrone varna walker ware warren washington waterford wayland
    wellington wells weston wheatley whetstone whitley windsor winton witham wormwood
    """
)
"""Places that are also words or common names: they need a capital and "in", "to", "from" …"""
