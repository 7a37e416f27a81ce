"""Towns, cities, counties and districts that notes are likely to name: mostly British ones."""

from notecode.anonymising.words import word_set

_ONE_WORD = """
aberdeen aberystwyth abingdon accrington airdrie aldershot altrincham andover arbroath ashford
ashton aylesbury ayr banbury bangor barking barnet barnsley barnstaple barrow barry basildon
basingstoke batley bedford bedfordshire belfast berkshire bexley birkenhead birmingham blackburn
blackpool bolton bootle bournemouth bracknell bradford braintree brent brentwood bridgend
bridgwater brighouse brighton bristol brixham brixton bromley bromsgrove buckinghamshire burnley
burton bury caerphilly camberley cambridge cambridgeshire camden cannock canterbury cardiff
carlisle carmarthen castleford chatham chelmsford cheltenham cheshire chester chesterfield
chippenham chorley clacton clapham cleethorpes clydebank coatbridge colchester congleton consett
corby cornwall coventry cramlington crawley crewe croydon cumbernauld cumbria cwmbran dagenham
darlington dartford darwen derby derbyshire devizes devon dewsbury didcot doncaster dorchester
dorset dover dudley dumbarton dumfries dundee dunfermline durham ealing eastbourne eastleigh
edinburgh ellesmere enfield epsom essex exeter exmouth falkirk falmouth fareham farnborough
farnham felixstowe fleetwood folkestone gateshead gillingham glasgow glastonbury glenrothes
gloucester gloucestershire goole gosport grantham gravesend greenock greenwich grimsby guildford
hackney halesowen halifax hamilton hammersmith hampshire haringey harlow harrogate harrow
hartlepool harwich hastings hatfield havant havering hemel hereford herefordshire hertford
hertfordshire hexham heywood hillingdon hinckley hitchin horsham hounslow huddersfield hull
huntingdon huyton hyde ilford ilkeston inverness ipswich islington jarrow keighley kendal
kensington kent kettering kidderminster kilmarnock kingswinford kirkby kirkcaldy knowsley lambeth
lancashire lancaster leeds leicester leicestershire leigh leighton leominster letchworth lewisham
leyland lichfield lincoln lincolnshire littlehampton livingston llandudno llanelli london
loughborough lowestoft luton macclesfield maidenhead maidstone manchester mansfield margate melton
merseyside merthyr merton middlesbrough milford morecambe morley morpeth motherwell neath nelson
newbury newcastle newham newmarket newport norfolk northallerton northampton northamptonshire
northumberland norwich nottingham nottinghamshire nuneaton oldham ormskirk oswestry oxford
oxfordshire paignton paisley penarth penrith penzance perth peterborough peterlee plymouth
pontefract pontypool pontypridd portishead portsmouth prescot prestatyn preston ramsgate
rawtenstall rayleigh redcar redditch redhill redruth reigate rhondda rhyl richmond rochdale
romford rossendale rotherham rugby runcorn rushden rutland ryde salford salisbury sandwell
scarborough scunthorpe seaham sefton selby sevenoaks sheffield shipley shrewsbury shropshire
sidcup sittingbourne skegness skelmersdale sleaford slough solihull somerset southall southampton
southend southport southwark spalding stafford staffordshire staines stalybridge stevenage
stirling stockport stockton stourbridge stowmarket stratford stretford stroud suffolk sunderland
surrey sussex swadlincote swansea swindon tameside tamworth taunton teesside telford tewkesbury
thetford thornaby tilbury tipton tiverton tonbridge torquay tottenham trafford trowbridge truro
tunbridge twickenham tynemouth tyneside uttoxeter uxbridge wakefield wallasey wallsend walsall
waltham wandsworth warrington warwick warwickshire washington watford wednesbury wellingborough
westminster weston weymouth whitehaven whitley whitstable widnes wigan willenhall wilmslow
wiltshire winchester windsor winsford wirral wisbech woking wokingham wolverhampton woolwich
worcester worcestershire workington worksop worthing wrexham yarmouth yeovil york yorkshire
"""
_MORE = """
aldeburgh alnwick amersham ashbourne baldock berwick beverley bicester biggleswade billericay
bideford bodmin bridlington bromyard brackley braunton burnham buxton caister camborne canvey
chertsey chigwell cirencester clevedon cleator clitheroe coggeshall cromer crowborough daventry
dereham diss driffield dunstable egham evesham faversham felling filey frome gainsborough glossop
godalming halesworth halstead harpenden haslemere haywards heathfield helston henley heybridge
hessle holbeach honiton hornsea horncastle hunstanton ilfracombe ilkley kenilworth keswick
knaresborough knutsford lewes liskeard louth lutterworth lyme maldon malmesbury malton malvern
mablethorpe matlock minehead nantwich northwich oakham okehampton otley oundle penryn pickering
pocklington rawmarsh ripon romsey rothwell royston selsey shepton sheringham skipton sleights
southminster southwold stowmarket sudbury swaffham swanage tadcaster teignmouth thirsk tilehurst
totnes towcester tring ulverston wadebridge wareham wellington westcliff wetherby whitby withernsea
withernwick witham wivenhoe wombwell
antrim armagh athlone ballymena belmullet carlow cavan clonmel cork derry donegal drogheda dublin
dundalk enniskillen galway kerry kilkenny killarney leitrim letterkenny limerick lisburn
londonderry mayo meath newry omagh portadown roscommon sligo tipperary tralee waterford wexford
warsaw krakow lodz gdansk poznan wroclaw szczecin lublin katowice bydgoszcz bialystok bucharest cluj
timisoara iasi constanta sofia plovdiv varna vilnius kaunas riga tallinn budapest bratislava kosice
prague brno tirana pristina belgrade zagreb athens lisbon porto madeira madrid barcelona malaga
benidorm tenerife lanzarote alicante paris berlin hamburg amsterdam rotterdam brussels rome milan
naples istanbul ankara tehran baghdad erbil kabul karachi lahore islamabad peshawar
mirpur rawalpindi
delhi mumbai punjab gujarat dhaka sylhet colombo kathmandu lagos abuja accra kumasi nairobi kampala
harare lusaka kinshasa mogadishu asmara khartoum kingston bridgetown manila beijing dubai
"""
_SEVERAL_WORDS = (
    "ashton under lyne",
    "barrow in furness",
    "bishop auckland",
    "bognor regis",
    "burton on trent",
    "bury st edmunds",
    "canvey island",
    "chester le street",
    "clacton on sea",
    "county durham",
    "east kilbride",
    "ellesmere port",
    "great yarmouth",
    "greater manchester",
    "hemel hempstead",
    "high wycombe",
    "isle of wight",
    "kings lynn",
    "kingston upon hull",
    "kingston upon thames",
    "leamington spa",
    "leighton buzzard",
    "merthyr tydfil",
    "milton keynes",
    "newcastle under lyme",
    "newcastle upon tyne",
    "newton abbot",
    "newton aycliffe",
    "north shields",
    "port talbot",
    "saffron walden",
    "south shields",
    "southend on sea",
    "st albans",
    "st austell",
    "st helens",
    "stockton on tees",
    "stoke on trent",
    "stratford upon avon",
    "sutton coldfield",
    "tower hamlets",
    "tunbridge wells",
    "waltham forest",
    "welwyn garden city",
    "west bromwich",
    "west midlands",
    "weston super mare",
)
_ALSO_WORDS = "barking barry bath battle bury deal hyde nelson reading rugby rye sale ware wells"

ONE_WORD_PLACES = word_set(_ONE_WORD) | word_set(_MORE) | word_set(_ALSO_WORDS)
"""Places of one word, folded."""

SEVERAL_WORD_PLACES = tuple(tuple(name.split()) for name in _SEVERAL_WORDS)
"""Places of several words, as folded words."""

WORD_PLACES = word_set(_ALSO_WORDS) | word_set(
    """
    hull derby kent hamilton leigh burton preston washington stirling perth ashford morley
    stafford lincoln chester harrow richmond newton merton milford weston whitley stroud
    beverley burnham cork diss felling frome henley kerry louth lewes lyme mayo milan paris
    pickering sofia varna wellington kingston sudbury malton rothwell constanta porto
    riga heathfield
    sleights derry waterford buxton royston halstead witham delhi madeira lahore haywards florence
    """
)
"""Places that are also words or common names: they need a capital and "in", "to", "from" …"""
