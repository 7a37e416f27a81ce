"""Towns, suburbs, larger villages, districts and counties of Britain and Ireland, and prisons.

Names of places are facts. The lists were written for this project from general knowledge and are
trimmed to what notes are likely to name; no gazetteer was copied. Who wants more may add names
from OS Open Names or from the Office for National Statistics, which are published under the Open
Government Licence v3.0 and ask to be acknowledged. Names stand where they were thought of first;
all are folded: small letters, no accents.
"""

from notecode.anonymising.words.spelling import word_set

_LONDON = """
acton addiscombe balham battersea beckenham becontree bellingham bermondsey bexleyheath bickley
blackheath brentford brixton brockley brondesbury camberwell carshalton catford charlton cheam
chessington chingford chislehurst chiswick clerkenwell colindale coulsdon cricklewood dalston
deptford dulwich earlsfield edgware edmonton eltham erith feltham finchley finsbury fulham greenford
hainault hampstead hanwell harlesden harlington hayes hendon heston highbury highgate holloway
hornchurch hornsey hoxton isleworth kennington kenton kidbrooke kingsbury ladywell lewisham leyton
leytonstone mitcham morden mottingham neasden norbury northolt norwood nunhead orpington peckham
penge perivale pimlico pinner plaistow plumstead poplar purley putney rainham roehampton ruislip
selhurst shadwell shoreditch southfields southgate stepney stockwell stoke streatham sundridge
surbiton swanley sydenham teddington thamesmead thornton tolworth tooting upminster vauxhall
wallington walthamstow walworth wanstead wapping welling wembley whitechapel willesden wimbledon
winchmore woodford
"""
_NORTH_WEST = """
adlington aigburth ainsdale aintree allerton alsager anfield appley ardwick ashton aspull astley
atherton audenshaw audlem aughton bacup baguley bamber barnoldswick barrowford bebington
bickerstaffe billinge billington birkdale bispham blackley blackrod blundellsands bollington bolton
boothstown bredbury brierfield broadbottom bromborough broughton burnage burscough carnforth caton
chadderton chatburn cheadle cheetham childwall chorlton cleveleys collyhurst colne congleton coppull
cronton crosby croston croxteth crumpsall culcheth daubhill davyhulme deane delph denton didsbury
diggle disley dovecot droylsden dukinfield earby earlestown eastham eccles eccleston everton
failsworth fallowfield farnworth fazakerley flixton formby foulridge freckleton frodsham fulwood
galgate garstang garston gisburn golborne goostrey gorton greenfield hale halewood halliwell
handforth haslingden haslington haydock hazel heaton helsby hesketh heswall heysham heywood hightown
hindley hollingworth horwich hoylake hulme huyton hyde ince irlam kearsley kelsall kensington kersal
kirkby kirkham knutsford leigh levenshulme leyland liscard litherland littleborough longridge
longsight longton lowton lydiate lytham maghull marple mawdesley middleton middlewich milnrow
moreton mossley moston neston netherton newton norris openshaw orrell oswaldtwistle padiham parbold
partington pemberton pendlebury penwortham poulton poynton prescot prestbury prestwich radcliffe
rainford rainhill ramsbottom reddish ribbleton rishton romiley royton rufford runcorn rusholme sale
sandbach seacombe shavington shaw shevington skelmersdale speke standish stretford tarleton
tarporley tattenhall timperley tottington toxteth tranmere trawden tuebrook tyldesley upholland
uppermill urmston walkden wavertree wesham westhoughton whalley whiston whitefield widnes wilmslow
winsford wistaston withington worsley wythenshawe
"""
_YORKSHIRE = """
ackworth acomb adwick almondbury alwoodley anlaby armley armthorpe ashby askern athersley
attercliffe baildon balby barlby barnsley barton batley bedale beeston beighton bentley bessacarr
beverley bierley bilton bingley birkenshaw birstall bottesford bramhope bramley bransholme
bridlington brigg brighouse brightside brotherton brough burley burngreave byram cantley castleford
catterick chapeltown cleckheaton cleethorpes clifton conisbrough cottingham cottingley crofton
crossgates cudworth cullingworth dalton darnall darrington darton deighton denholme dinnington
doncaster driffield drighlington dringhouses dunnington easingwold eastfield ecclesall ecclesfield
eccleshill edlington elland elloughton elmsall epworth escrick esholt farsley featherstone filey
firth fitzwilliam flamborough flockton frodingham fulford gainsborough garforth gilberdyke gipton
girlington gleadless golcar gomersal goole greatfield grimethorpe grimsby guiseley halton hambleton
handsworth harehills harrogate hatfield haworth haxby haxey headingley hebden heckmondwike hedon
heeley helmsley hemsworth hessle heworth hexthorpe hillsborough hipperholme holbeck holme holmfirth
honley horbury hornsea horsforth hoyland hull hunmanby hunslet huntington ilkley illingworth
immingham jordanthorpe keelby keighley keyingham kinsley kippax kirkburton kirkbymoorside kirkella
kirkstall knaresborough knottingley laceby leyburn lindley liversedge lockwood luddenden maltby
manningham mapplewell marfleet marsden meanwood meltham menston messingham methley mexborough
milnsbridge mirfield mixenden moortown mosborough mytholmroyd nafferton normanton northallerton
ossett otley oulton outwood oxenhope patrington penistone pitsmoor pudsey queensbury rawcliffe
rawdon rawmarsh rawthorpe riccall richmond ripon ripponden rossington rotherham rothwell roundhay
royston saltaire scarborough scissett scunthorpe seacroft selby sharlston sheffield shepley sherburn
shipley shiregreen silsden skelmanthorpe skipton skirlaugh slaithwaite southowram sowerby stainforth
stanley stanningley starbeck stocksbridge strensall sutton swanland swillington tadcaster thackley
thirsk thornbury thorne thurcroft tickhill tingley tinsley todmorden tyersal walkley wath wetherby
wheatley whinmoor whitby wibsey wickersley wigginton willerby wincobank winterton withernsea
wombwell woodhouse woodseats wortley wyke yeadon
"""
_NORTH_EAST = """
acklam alnwick amble annfield ashington aycliffe bamburgh barnard bedlington belford belmont benwell
berwick billingham birtley blackhall blakelaw blaydon blyth boldon bowburn brambles brotton byker
cambois castletown choppington consett corbridge coulby cowgate cowpen coxhoe cramlington darlington
delaval dunston eaglescliffe easington eston felling fenham ferryhill framwellgate gosforth
grangetown grindon guisborough hadston haltwhistle hartlepool haughton haydon hebburn hemlington
hetton hexham horden houghton ingleby jarrow jesmond killingworth lanchester langley lemington
linthorpe loftus longbenton longhorsley longhoughton lynemouth marske marton middlesbrough
monkwearmouth morpeth murton newbiggin newburn nunthorpe ormesby otterburn ovingham pegswood
pennywell percy peterlee ponteland prudhoe redcar roker rothbury ryhope ryton saltburn scotswood
seaham seahouses seaton sedgefield seghill shilbottle shildon shiremoor shotton silksworth skelton
southwick spennymoor stakeford stocksfield stockton thornaby thorney trimdon tynemouth ushaw walker
walkergate wallsend washington westerhope whickham whitley widdrington willington wingate winlaton
wrekenton wylam yarm
"""
_CUMBRIA = """
ambleside appleby aspatria cleator cockermouth egremont kendal longtown maryport millom penrith
ulverston whitehaven wigton windermere workington
"""
_WEST_MIDLANDS = """
acocks albrighton alcester aldridge alumwell aston atherstone audley balsall bartley baschurch
bedworth bentilee bescot bewdley biddulph bidford billesley bilston binley bloxwich bordesley
bournville brewood bridgnorth brierley bromsgrove bromyard brookside broseley brownhills bulkington
burntwood burslem bushbury caldmore canley cannock chasetown chelmsley cheslyn chesterton chuckery
codsall coleshill compton cookley coseley cotteridge coventry cradley darlaston dawley digbeth
donnington dordon droitwich dudley earlsdon eccleshall edgbaston ellesmere erdington evesham fazeley
fenton finchfield foleshill frankley gnosall gornal hadley hadnall hagley halesowen hanley harborne
hednesford hereford hillfields holbrooks ironbridge kenilworth keresley kidderminster kidsgrove
kingshurst kingstanding kingswinford kington kinver ladywood leamington ledbury leek leominster
lichfield lozells ludlow lye madeley malvern moseley nechells newcastle newport northfield nuneaton
oakengates oldbury olton oscott oswestry palfrey pattingham pelsall penkridge penn pensnett pershore
perton pleck polesworth quinton radford redditch rugby rugeley rushall saltley sedgley selly sheldon
shifnal shipston shirley shrewsbury silverdale smethwick solihull southam sparkbrook sparkhill
stafford stechford stivichall stourbridge stourport studley tamworth telford tenbury tettenhall
tipton tividale tunstall tyseley uttoxeter walsall washwood wednesbury wednesfield wellington wem
whitchurch whitmore willenhall witton wollaston wolston wolverhampton wolverley wombourne worcester
wyken yardley
"""
_EAST_MIDLANDS = """
abington alfreton allenton alvaston anstey arnold aspley awsworth aylestone bagworth barlborough
barrow barwell basford beaumont belgrave belper bestwood bilborough bilsthorpe bingham birchwood
blaby blackthorn blidworth bolsover borrowash boulton bourne bracebridge brackley braunstone
breaston brimington brixworth bulwell burton buxton caistor calverton carlton chaddesden chellaston
chesterfield clipstone clowne coalville corby cosby cotgrave countesthorpe creswell crich daventry
derwent desborough desford donington dronfield duffield duston eastwood eckington edwinstowe enderby
ermine evington finedon fleckney geddington gedling glenfield glossop grantham grassmoor gretton
groby hadfield heanor higham hinckley holbeach horncastle hucknall hykeham ibstock ilkeston
irthlingborough jacksdale kettering keyworth kibworth killamarsh kimberley kingsthorpe knighton
langwith lenton lincoln littleover liverpool loughborough louth lumbertubs lutterworth
mablethorpe mansfield mapperley markfield matlock measham melbourne melton mickleover mountsorrel
mowmacre narborough netherfield newark northampton oadby ollerton osmaston oundle pinxton quorn
rainworth ratby renishaw retford roade ruddington rushden rushey sandiacre sawley selston shepshed
sherwood shirebrook sileby sinfin skegness sleaford sneinton somercotes spalding spilsby spondon
stamford stapleford staveley swadlincote syston thrapston thurmaston tibshelf toton towcester
uppingham warsop wellingborough wessington weston whetstone whitwell wigston wilford wirksworth
wollaton worksop
"""
_EAST = """
ampthill arbury arlesey ashingdon attleborough aveley aylsham basildon bassingbourn beccles bedford
benfleet berkhamsted biggleswade billericay borehamwood bottisham braintree brentwood bretton
brightlingsea broxbourne brundall bungay burnham burwell bury bushey caister cambourne cambridge
canewdon chadwell chafford chantry chatteris chelmsford cherry cheshunt clacton coggeshall
colchester corringham costessey cottenham cromer danbury debenham dereham diss dogsthorpe dovercourt
downham dunstable earlham ely epping fakenham felixstowe flitwick framlingham frinton gamlingay
godmanchester gorleston grays greenstead hadleigh halesworth halstead harleston harlow harpenden
harwich haverhill heartsease hedingham hellesdon hemsby henlow hethersett heybridge histon hockley
hoddesdon holland hullbridge hunstanton huntingdon ipswich jaywick kempston kesgrave laindon
lakenham lakenheath lawford leagrave leighton leiston letchworth littleport loddon loughton
lowestoft luton maldon manningtree martlesham melbourn mersea mildenhall mistley mulbarton nacton
newmarket norwich ockendon ongar orton papworth paston peterborough pitsea poringland potton
purfleet radlett ramsden ramsey rayleigh rettendon rickmansworth rochford saffron sawbridgeworth
sawston saxmundham shefford shenfield sheringham shoeburyness soham southend southwold sprowston
stanford stansted stevenage stopsley stotfold stowmarket sudbury sundon swaffham taverham thaxted
thetford thorpe thundersley tilbury tiptree tollesbury tring vange wakering ware waterbeach watford
watton welwyn werrington whittlesey whitton wickford wisbech witham wivenhoe woodbridge wymondham
yarmouth yaxley
"""
_SOUTH_EAST = """
abingdon addlestone aldershot alresford alton amersham andover ascot ashford ashtead aylesbury
aylesford aylesham banbury banstead barcombe bargate basingstoke beaconsfield bexhill bicester
billingshurst birchington bisley bitterne bletchley bognor bookham bordon botley bracknell bramshill
brighton broadstairs broadwater buckingham bursledon camberley canterbury carterton caterham
caversham chalfont charing chatham chertsey chesham chichester clanfield cliffe cliftonville cobham
copnor cosham cowes cowley cranbrook cranleigh crawley crayford crowborough crowthorne cuxton
dartford deal denmead didcot ditching dorking dover durrington dymchurch earley eastbourne eastleigh
eastney edenbridge effingham egham emsworth epsom esher eton fareham faringdon farnborough farnham
faversham fawley fetcham fishbourne fleet folkestone fordingbridge fratton freshwater frimley
gerrards gillingham godalming godstone goldsworth gosport gravesend guildford hailsham hampden
hangleton harrietsham haslemere hassocks hastings havant hawkinge haywards headcorn headington
heathfield hellingly henfield henley hilsea hollington horley horndean horsham hove hurstpierpoint
hythe istead kidlington knaphill lancing leatherhead lenham lewes lingfield liphook littlehampton
littlemore lyminge lymington lyndhurst maidenhead maidstone margate marlow medway meopham merstham
midhurst millbrook milton minster molesey moulsecoomb netley newbury newhaven newick ninfield
northfleet oxford oxted patcham paulsgrove peacehaven petersfield pevensey pirbright polegate
portchester portsea portslade portsmouth portswood pulborough purbrook ramsgate reading redhill
reigate ringmer ringwood rochester romney romsey rosehill rottingdean rowlands rudgwick rustington
ryde rye sandhurst sandown sandwich sarisbury seaford selsey sevenoaks shanklin sheerness sheerwater
sheppey sholing shoreham sittingbourne slough snodland somerstown southampton southcote southsea
staines staplehurst steyning storrington strood stubbington sunbury swalecliffe swanmore swanscombe
swaythling tadley tadworth tenterden thame thatcham ticehurst tilehurst titchfield tonbridge totton
twydall twyford uckfield ventnor vigo wantage waterlooville westerham weybridge whitehawk whiteley
whitstable willingdon winchester windsor witney woking wokingham wolverton woodley woodstock
woolston wootton worthing wycombe wymering yateley
"""
_SOUTH_WEST = """
alveston amesbury avonmouth axbridge axminster barnstaple bath bedminster bere bideford bitton
blandford bodmin boscombe bournemouth bovey bradford bradley braunton bridgwater bridport
brislington bristol brixham broadstone bruton buckfastleigh bude callington calne camborne camelford
canford cannington chard cheddar cheltenham chippenham christchurch chudleigh cinderford cirencester
clevedon coleford corsham crediton crewkerne cricklade cullompton dartmouth dawlish devizes
devonport dorchester dursley easton eastville efford ellacombe emersons ernesettle exeter exmouth
falmouth ferndown filton fishponds fowey frampton frome glastonbury gloucester gunnislake hamworthy
hartcliffe hayle helston henbury hengrove henleaze hesters highbridge holsworthy honiton horfield
horrabridge ilfracombe illogan ilminster ipplepen ivybridge keyham keynsham kingsbridge
kingsteignton kingswood kinson knowle launceston lawrence liskeard lockleaze looe lostwithiel
ludgershall lydney lyme lytchett malmesbury marlborough martock matson melksham midsomer minehead
modbury montpelier nailsea nailsworth newent newquay okehampton padstow paignton parkstone patchway
paulton peasedown penhill penryn penzance perranporth pinehurst plymouth plympton plymstock podsmead
poole porthleven portishead portland probus pucklechurch quedgeley radstock redland redruth salcombe
salisbury saltash shaftesbury shepton sherborne shirehampton sidmouth somerton southmead stapleton
stockwood stonehouse stroud sturminster swanage swindon taunton tavistock teignmouth tetbury
tewkesbury threemilestone tidworth tiverton torpoint torquay torrington totnes totterdown trowbridge
truro tuffley tywardreath verwood wadebridge wareham warminster watchet wells westbury westham
weymouth whitleigh williton wimborne wincanton winscombe winterbourne winton withywood wiveliscombe
worle wotton yate yealmpton yeovil
"""
_WALES = """
aberaeron aberbargoed abercanaid abercarn abercwmboi abercynon aberdar aberdare aberfan abergavenny
abergele aberkenfig abertawe aberteifi abertillery abertridwr abertysswg aberystwyth acrefair alway
amlwch ammanford anglesey bagillt bala bangor bargoed barmouth barry beaufort beaumaris beddau
bedlinog bedwas benllech bethesda bettws blackmill blackwood blaenau blaenavon blaencwm blaengarw
blaengwynfi blaina bonymaen borth brackla brecon bridgend briton brynamman brynmawr brynna
bryntirion buckley builth butetown caerau caerdydd caerfyrddin caergybi caerleon caernarfon
caerphilly caldicot cardiff cardigan carmarthen carmarthenshire casnewydd cathays ceredigion
chepstow chirk cilfynydd clase clwyd clydach coity colwyn connahs conwy corwen cowbridge creigiau
crickhowell croeserw crosshands crosskeys crumlin crymych cwmaman cwmbach cwmbran cwmfelinfach
cwmparc cymmer cyncoed deeside denbigh denbighshire dolgellau dowlais dyfed ebbw efail ewloe
fairwater felinheli ferndale ferryside fishguard fleur flint flintshire fochriw gabalfa gelli
gelligaer gendros gilfach gilwern glamorgan glanamman glyncorrwg glynneath goodwick gorseinon
gowerton gresford griffithstown gurnos gwent gwynedd hakin harlech haverfordwest hawthorn hengoed
hirwaun holyhead holywell johnston johnstown kenfig kidwelly kilgetty kilvey kinmel lampeter
langstone lansbury letterston llanberis llanbradach llandaff llandeilo llandovery llandrindod
llandudno llandybie llandysul llanedeyrn llanelli llanfairfechan llangefni llangollen llanharan
llanharry llanishen llanrumney llanrwst llansamlet llantrisant llantwit llanwern llwynypia loughor
machen machynlleth maerdy maesteg magor maindee malpas mayhill menai merthyr milford mold monmouth
monmouthshire morriston mumbles nantgarw nantyffyllon nantyglo narberth neath nefyn newtown neyland
oakdale pembrey pembroke pembrokeshire penarth penclawdd pencoed penderyn pengam penlan penmaenmawr
penparcau penrhiwceiber penrhiwfer penrhys pentre pentrebach pentwyn pentyrch penydarren penygraig
penygroes penyrheol penywaun pillgwenlly pontardawe pontarddulais pontllanfraith pontlottyn
pontyclun pontycymer pontygwaith pontypool pontypridd porth porthcawl porthmadog portskewett powys
prestatyn presteigne pwllheli queensferry radyr rassau resolven rhayader rhigos rhondda rhoose
rhosllanerchrugog rhosneigr rhostyllen rhuthun rhydyfelin rhyl rhymney ringland risca riverside
roath rogiet rossett ruabon rumney ruthin saltney sandfields saundersfoot scwrfa sebastopol
senghenydd sirhowy sketty splott stanleytown swansea taffs talbot tenby tondu tonteg tonypandy
tonyrefail townhill trealaw treboeth trecenydd trecynon tredegar treforest tregaron treharris
treherbert trelai treorchy trethomas trevethin trimsaran troedyrhiw tylorstown tynewydd tywyn undy
uplands usk wattstown wattsville welshpool whitland wrecsam wrexham ynysddu ynyshir ynysybwl
ystalyfera ystrad ystradgynlais
"""
_SCOTLAND = """
aberdeen aberdeenshire aberfeldy aberlady aboyne airdrie alexandria alloa alness ancrum angus annan
anstruther arbroath ardrossan argyll armadale ashkirk auchterarder aviemore ayr ayrshire ayton
ballater ballingry banchory banff bannerfield barrhead bathgate bearsden beauly beith bellshill
bishopbriggs blackburn blairgowrie blantyre bonchester bonnyrigg braemar brechin broomhouse broxburn
buckhaven buckie burnfoot burnmouth burntisland caithness callander cambuslang campbeltown canonbie
cardenden cardrona carlops carluke carnoustie catrine chirnside clackmannanshire clovenfords
clydebank coatbridge cockburnspath cockenzie coldstream cowdenbeath craigmillar crieff cumbernauld
cumnock cupar dalbeattie dalkeith dalmellington dalry darnick darnley darvel denholm denny dingwall
dornoch drumchapel drylaw dudhope dumbarton dumfries dunbar dunbartonshire dunblane dundee
dunfermline dunoon duns earlston easterhouse eddleston edinburgh elgin ellon erskine ettrick
eyemouth falkirk fauldhouse fife forfar forres foulden fraserburgh galashiels galston gattonside
giffnock gilmerton girvan glasgow glenrothes golspie gorbals gorebridge gourock govan grangemouth
granton grantown greenlaw greenock gretna gullane haddington hamilton hawick helensburgh hobkirk
innerleithen inveraray invergordon inverness inverurie irvine jedburgh johnstone keith kelso kelty
kilbirnie kilmarnock kilsyth kilwinning kincardine kingussie kinross kirkcaldy kirkconnel
kirkcudbright kirkintilloch kirkwall kirriemuir lanark lanarkshire langholm langlee larbert largs
larkhall lauder laurencekirk leith lerwick leven liberton lilliesleaf linlithgow livingston loanhead
lochaber lochee lochgelly lochgilphead lochinver lochmaben lochore lockerbie longniddry lothian
macduff markinch maryhill mastrick mauchline maybole mayfield melrose methil methilhill midlem
millport milngavie moffat monifieth montrose moray morebattle moredun motherwell muirhouse
musselburgh nairn newburgh newcastleton newmains newmilns newtongrange niddrie oban orkney oxgangs
paisley parkhead partick peebles penicuik perth perthshire peterhead pilton pitlochry pittenweem
pollok pollokshields portree possilpark prestonpans prestwick renfrew renfrewshire restalrig
roberton romannobridge roslin rothesay rutherglen sanquhar sauchie selkirk shawlands shetland
shettleston shotts sighthill silverbuthall springburn stevenston stewarton stirling stonehaven
stoneyburn stornoway stranraer strathaven sutherland tayport teviot teviotdale teviothead thurso
tillicoultry tobermory torphichen torry tranent traquair troon turriff tweedbank tweedmouth
uddingston ullapool uphall walkerburn wallyford whitburn whitfield whithorn wigtown winchburgh
wishaw yetholm
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
accrington addiewell aldeburgh altcourse altrincham ashbourne ashfield askham baldock barking
barlinnie barnet battle belmarsh belmullet berwyn bexley birkenhead birmingham blackpool bootle
brent brinsford bromley bronzefield bullingdon burnley camden canvey carlisle carlow channings
chester chigwell chorley clapham clitheroe coldingley cookham crewe croydon dagenham dartmoor darwen
deerbolt derby dewsbury dovegate downview ealing elmley enfield erlestoke everthorpe fleetwood ford
foston garth gartree gateshead greenwich hackney halifax hammersmith haringey harrow haverigg
havering hemel hertford hewell highdown highpoint hillingdon hitchin hollesley hounslow huddersfield
huntercombe hydebank ilford islington keswick kirklevington knowsley lambeth lancaster leeds
leicester leyhill lindholme littlehey london lowdham macclesfield maghaberry malton manchester
merton moorland morecambe morley nantwich nelson newham northwich nottingham oakham oakwood oldham
onley ormskirk pentonville pickering pocklington polmont pontefract prescoed preston ranby
rawtenstall risley rochdale romford rossendale salford sandwell saughton sidcup sleights southall
southminster southport southwark stalybridge standford stocken stockport strangeways stratford styal
sunderland swaleside swinfen thameside tottenham tunbridge twickenham uxbridge wakefield wallasey
waltham wandsworth warren warrington warwick wayland wealstun westcliff westminster whatton
whitemoor wigan withernwick woolwich wormwood wymott york
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
