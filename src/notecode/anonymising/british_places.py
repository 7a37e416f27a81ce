"""Towns, suburbs, larger villages, districts and counties of Britain and Ireland, and prisons.

Names of places are facts. The lists were written for this project from general knowledge and are
trimmed to what notes are likely to name; no gazetteer was copied. Who wants more may add names
from OS Open Names or from the Office for National Statistics, which are published under the Open
Government Licence v3.0 and ask to be acknowledged. Names stand where they were thought of first;
all are folded: small letters, no accents.
"""

from notecode.anonymising.words import word_set

_LONDON = """
acton addiscombe balham battersea beckenham becontree bellingham bermondsey bexleyheath bickley
blackheath brentford brixton brockley brondesbury camberwell carshalton catford charlton cheam
chessington chingford chislehurst chiswick clerkenwell colindale coulsdon cricklewood dalston
deptford dulwich earlsfield edgware edmonton eltham erith feltham finchley finsbury fulham greenford
hainault hampstead hanwell harlesden harlington hayes hendon heston highbury highgate holloway
hornchurch hornsey hoxton isleworth kennington kenton kidbrooke kilburn kingsbury ladywell lewisham
leyton leytonstone mitcham morden mottingham neasden norbury northolt norwood nunhead orpington
peckham penge perivale pimlico pinner plaistow plumstead poplar purley putney rainham roehampton
ruislip selhurst shadwell shoreditch southfields southgate stepney stockwell stoke streatham
sundridge surbiton swanley sydenham teddington thamesmead thornton tolworth tooting upminster upton
vauxhall wallington walthamstow walworth wanstead wapping welling wembley whitechapel willesden
wimbledon winchmore woodford
"""
_NORTH_WEST = """
aigburth aintree allerton alsager anfield ardwick aspull atherton audenshaw bacup baguley bamber
barrowford bebington bickerstaffe billinge bispham blackley bollington bredbury brierfield
bromborough broughton burnage burscough chadderton cheadle cheetham childwall chorlton cleveleys
collyhurst colne congleton crosby croxteth crumpsall daubhill davyhulme deane denton didsbury
dovecot droylsden dukinfield earlestown eastham eccles eccleston everton failsworth fallowfield
farnworth fazakerley flixton formby frodsham fulwood garstang garston golborne gorton halewood
halliwell handforth haslingden haydock hazel heaton helsby heswall heywood hindley horwich hoylake
hulme huyton hyde ince irlam kearsley kensington kersal kirkby kirkham knutsford leigh levenshulme
leyland liscard litherland littleborough longridge longsight longton lytham maghull marple middleton
middlewich milnrow moreton mossley moston neston netherton newton norris openshaw orrell
oswaldtwistle padiham partington pemberton pendlebury penwortham poulton poynton prestwich radcliffe
rainford ramsbottom reddish ribbleton romiley royton runcorn rusholme sale sandbach seacombe shaw
skelmersdale speke standish stretford swinton tarporley timperley tottington toxteth tranmere
tuebrook tyldesley upholland urmston walkden walton wavertree westhoughton whalley whitefield widnes
wilmslow winsford withington worsley wythenshawe
"""
_YORKSHIRE = """
ackworth acomb adwick almondbury alwoodley anlaby armley armthorpe ashby askern athersley
attercliffe baildon balby barnsley barton batley bedale beeston beighton bentley bessacarr beverley
bierley bilton bingley birstall bottesford bramhope bramley bransholme bridlington brigg brighouse
brightside brough burley burngreave cantley castleford catterick chapeltown clayton cleckheaton
cleethorpes clifton conisbrough cottingham crofton crossgates cudworth dalton darnall darton
deighton dinnington doncaster driffield dringhouses eastfield ecclesall ecclesfield eccleshill
edlington elland elmsall farsley featherstone filey firth frodingham fulford gainsborough garforth
gipton girlington gleadless golcar goole greatfield grimethorpe grimsby guiseley halton handsworth
harehills harrogate hatfield haworth haxby headingley hebden heckmondwike hedon heeley hemsworth
hessle heworth hexthorpe hillsborough holbeck holme holmfirth horbury hornsea horsforth hoyland hull
hunslet huntington ilkley illingworth immingham jordanthorpe keighley kippax kirkella kirkstall
knaresborough knottingley laceby leyburn lindley liversedge lockwood maltby manningham mapplewell
marfleet marsden meanwood meltham methley mexborough milnsbridge mirfield mixenden moortown
mosborough mytholmroyd normanton northallerton ossett otley oulton outwood penistone pitsmoor pudsey
queensbury rawcliffe rawdon rawmarsh rawthorpe richmond ripon rossington rotherham rothwell roundhay
royston saltaire scarborough scunthorpe seacroft selby sheffield sherburn shipley shiregreen silsden
skipton slaithwaite sowerby stainforth stanley stanningley starbeck stocksbridge strensall sutton
swillington tadcaster thirsk thornbury thorne thurcroft tickhill tingley tinsley todmorden tyersal
walkley wath wetherby wheatley whinmoor whitby wibsey wickersley wincobank winterton withernsea
wombwell woodhouse woodseats wortley wyke yeadon
"""
_NORTH_EAST = """
acklam alnwick amble annfield ashington aycliffe barnard bedlington belmont benwell berwick
billingham birtley blackhall blakelaw blaydon blyth boldon bowburn brambles brandon brotton byker
castletown consett corbridge coulby cowgate coxhoe cramlington darlington dunston eaglescliffe
easington eston felling fenham ferryhill framwellgate gosforth grangetown grindon guisborough
haltwhistle hartlepool haughton hebburn hemlington hetton hexham horden houghton ingleby jarrow
jesmond killingworth lanchester langley lemington linthorpe loftus longbenton marske marton
middlesbrough monkwearmouth morpeth murton newbiggin newburn norton nunthorpe ormesby pennywell
percy peterlee ponteland prudhoe redcar roker rothbury ryhope ryton saltburn scotswood seaham
sedgefield shildon shiremoor shotton silksworth skelton southwick spennymoor stockton thornaby
thorney trimdon tynemouth ushaw walker walkergate wallsend washington westerhope whickham whitley
willington wingate winlaton wrekenton yarm
"""
_CUMBRIA = """
ambleside appleby aspatria brampton cleator cockermouth egremont kendal longtown maryport millom
penrith ulverston whitehaven wigton windermere workington
"""
_WEST_MIDLANDS = """
acocks aldridge alumwell aston atherstone audley balsall bartley bedworth bentilee bescot bewdley
biddulph billesley bilston binley bloxwich bordesley bournville bridgnorth brierley bromsgrove
bromyard brookside brownhills burntwood burslem bushbury caldmore canley cannock chelmsley
chesterton chuckery codsall coleshill compton coseley cotteridge coventry cradley darlaston dawley
digbeth donnington droitwich dudley earlsdon edgbaston ellesmere erdington evesham fenton finchfield
foleshill frankley gornal hadley halesowen hanley harborne hednesford hereford hillfields holbrooks
kenilworth keresley kidderminster kidsgrove kingshurst kingstanding kingswinford kington ladywood
leamington ledbury leek leominster lichfield lozells ludlow lye madeley malvern moseley nechells
newcastle newport northfield nuneaton oakengates oldbury olton oscott oswestry palfrey pelsall penn
pensnett pershore perton pleck quinton radford redditch rugby rugeley rushall saltley sedgley selly
sheldon shifnal shirley shrewsbury silverdale smethwick solihull sparkbrook sparkhill stafford
stechford stivichall stourbridge stourport tamworth telford tenbury tettenhall tipton tividale
tunstall tyseley uttoxeter walsall washwood wednesbury wednesfield wellington wem whitchurch
whitmore willenhall witton wollaston wolverhampton wombourne worcester wyken yardley
"""
_EAST_MIDLANDS = """
abington alfreton allenton alvaston anstey arnold aspley aylestone barwell basford beaumont belgrave
belper bestwood bilborough birchwood blaby blackthorn bolsover boulton bourne bracebridge brackley
braunstone brimington bulwell burton buxton caistor carlton chaddesden chellaston chesterfield
clipstone clowne coalville corby cotgrave countesthorpe daventry derwent desborough donington
dronfield duston eastwood eckington enderby ermine evington gedling glenfield glossop grantham
hadfield heanor higham hinckley holbeach horncastle hucknall hykeham ibstock ilkeston
irthlingborough kettering killamarsh kimberley kingsthorpe knighton lenton lincoln littleover
loughborough louth lumbertubs lutterworth mablethorpe mansfield mapperley matlock melbourne melton
mickleover mountsorrel mowmacre narborough netherfield newark northampton oadby ollerton osmaston
oundle rainworth retford ripley rushden rushey sawley shepshed sherwood shirebrook sinfin skegness
sleaford sneinton somercotes spalding spilsby spondon stamford stapleford staveley swadlincote
syston thrapston thurmaston toton towcester warsop wellingborough weston whetstone wigston wilford
wirksworth wollaton worksop
"""
_EAST = """
ampthill arbury attleborough aveley aylsham basildon beccles bedford benfleet berkhamsted
biggleswade billericay borehamwood braintree brentwood bretton brightlingsea broxbourne bungay
burnham bury bushey cambourne cambridge chadwell chafford chantry chatteris chelmsford cherry
cheshunt clacton colchester corringham costessey cottenham cromer dereham diss dogsthorpe downham
dunstable earlham ely epping fakenham felixstowe flitwick framlingham frinton godmanchester
gorleston grays greenstead hadleigh halesworth halstead harlow harpenden harwich haverhill
heartsease hockley hoddesdon holland hunstanton huntingdon ipswich jaywick kempston laindon lakenham
leagrave leighton leiston letchworth littleport loughton lowestoft luton maldon mildenhall nacton
newmarket norwich ockendon ongar orton paston peterborough pitsea purfleet radlett ramsey rayleigh
rickmansworth rochford saffron sandy sawbridgeworth sawston saxmundham shefford shenfield sheringham
shoeburyness soham southend southwold sprowston stanford stansted stevenage stopsley stowmarket
sudbury sundon swaffham thaxted thetford thorpe thundersley tilbury tiptree tring vange waltham ware
watford watton welwyn werrington whittlesey whitton wickford wisbech witham wivenhoe woodbridge
wymondham yarmouth yaxley
"""
_SOUTH_EAST = """
abingdon addlestone aldershot alton amersham andover ascot ashford ashtead aylesbury aylesford
aylesham banbury banstead bargate basingstoke beaconsfield bexhill bicester birchington bitterne
bletchley bognor bordon bracknell brighton broadstairs broadwater buckingham bursledon camberley
canterbury carterton caterham caversham chalfont chatham chertsey chesham chichester cliftonville
cobham copnor cosham cowes cowley cranbrook cranleigh crawley crayford crowborough crowthorne cuxton
dartford deal didcot dorking dover durrington earley eastbourne eastleigh eastney egham emsworth
epsom esher eton fareham faringdon farnborough farnham faversham fawley fishbourne fleet folkestone
fordingbridge fratton freshwater frimley gerrards gillingham godalming gosport gravesend guildford
hailsham hangleton haslemere hastings havant haywards headington heathfield henley hilsea hollington
horley horsham hove hythe kidlington lancing leatherhead lewes liphook littlehampton littlemore
lymington lyndhurst maidenhead maidstone margate marlow medway midhurst millbrook milton minster
molesey moulsecoomb netley newbury newhaven northfleet oxford oxted patcham paulsgrove peacehaven
petersfield polegate portchester portsea portslade portsmouth portswood purbrook ramsgate reading
redhill reigate ringwood rochester romsey rosehill rottingdean rustington ryde rye sandhurst sandown
sandwich seaford selsey sevenoaks shanklin sheerness sheppey sholing shoreham sittingbourne slough
snodland somerstown southampton southcote southsea staines steyning strood stubbington sunbury
swalecliffe swanscombe swaythling tadley tenterden thame thatcham thornhill tilehurst tonbridge
totton twydall twyford uckfield ventnor wantage waterlooville westerham weybridge whitehawk whiteley
whitstable winchester windsor witney woking wokingham wolverton woodley woodstock woolston wootton
worthing wycombe wymering
"""
_SOUTH_WEST = """
amesbury avonmouth axminster barnstaple bath bedminster bideford blandford bodmin boscombe
bournemouth bradford bradley braunton bridgwater bridport brislington bristol brixham broadstone
bude callington calne camborne camelford canford chard cheddar cheltenham chippenham christchurch
cinderford cirencester clevedon coleford corsham crediton crewkerne cricklade cullompton dartmouth
dawlish devizes devonport dorchester dursley easton eastville efford ellacombe emersons ernesettle
exeter exmouth falmouth ferndown filton fishponds fowey frome glastonbury gloucester hartcliffe
hayle helston henbury hengrove henleaze hesters highbridge holsworthy honiton horfield ilfracombe
ilminster ivybridge keyham keynsham kingsbridge kingswood kinson knowle launceston lawrence liskeard
lockleaze looe ludgershall lydney lyme malmesbury marlborough matson melksham midsomer minehead
montpelier nailsea nailsworth newent newquay okehampton padstow paignton parkstone patchway penhill
penryn penzance perranporth pinehurst plymouth plympton plymstock podsmead poole portishead portland
quedgeley radstock redland redruth salisbury saltash shaftesbury shepton sherborne shirehampton
sidmouth somerton southmead stapleton stockwood stonehouse stroud swanage swindon taunton tavistock
teignmouth tetbury tewkesbury threemilestone tidworth tiverton torpoint torquay torrington totnes
totterdown trowbridge truro tuffley verwood wadebridge wareham warminster wells westbury westham
weymouth whitleigh williton wimborne wincanton winterbourne winton withywood worle yate yeovil
"""
_WALES = """
aberaeron abercarn abercynon aberdar aberdare abergavenny abergele abertawe aberteifi abertillery
aberystwyth alway amlwch ammanford anglesey bala bangor bargoed barry beaufort beaumaris beddau
bedwas bettws blackmill blackwood blaenau blaenavon blaina brecon bridgend briton brynmawr brynna
buckley builth butetown caerau caerdydd caerfyrddin caergybi caernarfon caerphilly caldicot cardiff
cardigan carmarthen carmarthenshire casnewydd cathays cefn ceredigion chepstow chirk cilfynydd clwyd
clydach colwyn conwy cowbridge crickhowell cwmbran cyncoed deeside denbigh denbighshire dolgellau
dyfed ebbw ewloe fairwater ferndale ferryside fishguard flint flintshire gabalfa gelli gelligaer
gilfach glamorgan glynneath gorseinon griffithstown gurnos gwent gwynedd harlech haverfordwest
hawthorn hengoed hirwaun holyhead holywell johnstown kidwelly kinmel lampeter lansbury llanbradach
llandaff llandeilo llandovery llandrindod llandudno llanedeyrn llanelli llanfairfechan llangefni
llangollen llanharan llanishen llanrumney llanrwst llantrisant llantwit llanwern machynlleth maerdy
maesteg maindee malpas merthyr milford mold monmouth monmouthshire mumbles nantyglo narberth neath
nefyn newtown neyland pembroke pembrokeshire penarth pencoed penderyn penmaenmawr penrhiwceiber
penrhys pentre pentwyn pentyrch penygraig penyrheol pillgwenlly pontardawe pontarddulais
pontllanfraith pontyclun pontypool pontypridd porth porthcawl porthmadog powys prestatyn presteigne
pwllheli radyr rassau resolven rhayader rhondda rhoose rhosllanerchrugog rhostyllen rhuthun
rhydyfelin rhyl rhymney ringland risca riverside roath ruabon rumney ruthin saltney sandfields
sebastopol sketty splott swansea talbot tenby tonteg tonypandy tonyrefail townhill trealaw trecenydd
trecynon tredegar treforest tregaron treharris trelai treorchy trethomas trevethin tylorstown tywyn
uplands usk welshpool wrecsam wrexham ynysybwl ystalyfera ystrad ystradgynlais
"""
_SCOTLAND = """
aberdeen aberdeenshire airdrie alexandria alloa alness angus annan arbroath ardrossan argyll
armadale ayr ayrshire barrhead bathgate bearsden bellshill bishopbriggs blantyre bonnyrigg brechin
broxburn buckhaven burntisland caithness cambuslang campbeltown carluke carnoustie clackmannanshire
clydebank coatbridge cowdenbeath craigmillar cumbernauld cumnock cupar dalkeith dalry darnley denny
dingwall drumchapel dumbarton dumfries dunbar dunbartonshire dundee dunfermline dunoon easterhouse
edinburgh elgin erskine falkirk fife forfar forres fraserburgh galashiels galston giffnock girvan
glasgow glenrothes gorbals gourock govan grangemouth granton greenock gullane haddington hamilton
hawick helensburgh invergordon inverness inverurie irvine johnstone keith kelso kilmarnock kilsyth
kilwinning kirkcaldy kirkintilloch kirkwall lanark lanarkshire larbert larkhall leith lerwick leven
linlithgow livingston loanhead lochaber lochgelly lockerbie lothian maryhill mastrick mauchline
maybole methil milngavie montrose moray motherwell muirhouse musselburgh nairn newmains niddrie oban
orkney paisley parkhead partick peebles penicuik perth perthshire peterhead pilton pollok
pollokshields possilpark prestonpans prestwick renfrew renfrewshire rothesay rutherglen saltcoats
sauchie selkirk shawlands shetland shettleston shotts springburn stevenston stewarton stirling
stonehaven stornoway stranraer strathaven sutherland thurso tillicoultry torry tranent troon
uddingston whitburn wishaw
"""
_IRELAND = """
andersonstown antrim ardoyne armagh athlone ballina ballymena ballymoney ballymurphy ballynahinch
banbridge belfast carrickfergus castlebar castlederg cavan clonmel coleraine cookstown cork
craigavon derry donegal downpatrick drogheda dromore dublin dundalk dungannon ennis enniskillen
fermanagh galway holywood kerry kildare kilkeel kilkenny killarney laois larne leitrim letterkenny
limavady limerick lisburn londonderry longford lurgan magherafelt mayo meath monaghan mullingar
navan newry newtownabbey newtownards offaly omagh portadown portlaoise portrush portstewart
rathkeale roscommon shankill sligo strabane tallaght tipperary tralee tuam tullamore tyrone
warrenpoint waterford westmeath wexford wicklow
"""
_COUNTIES = """
bedfordshire berkshire buckinghamshire calderdale cambridgeshire cheshire cleveland cornwall
cumberland cumbria derbyshire devon dorset durham essex gloucestershire hampshire hants
herefordshire hertfordshire herts humberside huntingdonshire kent kirklees lancashire lancs
leicestershire leics lincolnshire lincs merseyside middlesex norfolk northamptonshire northants
northumberland northumbria nottinghamshire notts oxfordshire rutland salop sefton shropshire
somerset staffordshire staffs suffolk surrey sussex tameside teesside thanet trafford tyneside
warwickshire wearside wilts wiltshire wirral worcestershire yorkshire
"""
_PRISONS = """
accrington addiewell aldeburgh altcourse altrincham ashbourne ashfield ashton askham baldock barking
barlinnie barnet barrow battle belmarsh belmullet berwyn bexley birkenhead birmingham blackburn
blackpool bolton bootle brent brinsford bromley bronzefield bullingdon burnley caister camden canvey
carlisle carlow channings chester chigwell chorley clapham clitheroe coggeshall coldingley cookham
crewe croydon dagenham dartmoor darwen deerbolt derby dewsbury dovegate downview ealing elmley
enfield erlestoke everthorpe fleetwood ford foston garth gartree gateshead greenwich hackney halifax
hammersmith haringey harrow haverigg havering hemel hertford hewell heybridge highdown highpoint
hillingdon hitchin hollesley hounslow huddersfield huntercombe hydebank ilford islington keswick
kirklevington knowsley lambeth lancaster leeds leicester leyhill lindholme littlehey london lowdham
macclesfield maghaberry malton manchester merton moorland morecambe morley nantwich nelson newham
northwich nottingham oakham oakwood oldham onley ormskirk pentonville pickering pocklington polmont
pontefract prescoed prescot preston ranby rawtenstall risley rochdale romford rossendale salford
sandwell saughton sidcup sleights southall southminster southport southwark stalybridge standford
stocken stockport strangeways stratford styal sunderland swaleside swinfen thameside tottenham
tunbridge twickenham uxbridge wakefield wallasey wandsworth warren warrington warwick wayland
wealstun westcliff westminster whatton whitemoor wigan withernwick woolwich wormwood wymott york
"""

BRITISH_PLACES = word_set(
    " ".join(
        (
            _LONDON,
            _NORTH_WEST,
            _YORKSHIRE,
            _NORTH_EAST,
            _CUMBRIA,
            _WEST_MIDLANDS,
            _EAST_MIDLANDS,
            _EAST,
            _SOUTH_EAST,
            _SOUTH_WEST,
            _WALES,
            _SCOTLAND,
            _IRELAND,
            _COUNTIES,
            _PRISONS,
        )
    )
)
"""Places of one word, folded."""
