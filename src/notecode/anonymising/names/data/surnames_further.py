"""Surnames of many origins beyond those of the other lists, from general knowledge."""

SURNAMES_FURTHER = """
abella abou aboud addy adejumo adel aduwa afridi agboola ahuja ajaj akuffo akyol alami aliyu
allinson alsop ames angelov apau appleyard arbuckle ardelean arnott asenov ashrafi astbury atalay
atanasov athey avci aydemir ayre azeem babangida badu bahra bahrami bairstow balogh balogova banga
bansi bardsley barnor barrowclough bartosik bartram basha batchelor batey baverstock bayley baylis
beaman beddoes beeby beecroft beesley beeton bejan benbow benfield bennison beresford berisha berky
beswick bettany bewley bharj bhutto bibby bicer bily binks binney birdi birtles bisset blackburne
blackett blackham blackledge blaga blagden blakey blanchflower blease blenkinsop blewitt bloor
blythe boadi boamah bokth bolger boocock boorman borland borthwick bosanquet boulter bourke
bousfield bowater boylan brabazon bracegirdle brahimi branagh brandreth brar bratu bremner brempong
breslin britton broadley brooksbank broome brownlee brunton bryce bukhari bunn burbidge burge
burgin burnell burridge bursnall bygrave byrom bytyqi caballero cadwallader caine callaway camm
cannell cantrell cardwell cargill carling carolan carrigan cartledge cartlidge cartmell cashman
casson castell catacutan catto caulfield cela cerven cervenak chaffey challinor chalmers chander
channing chantler charman charnock cheeseman chesney chilcott chiriac chirila chiswell cho
cholmondeley chubb cicek cicko claxton clemson clewlow clyne cobbold cogan coggins coghlan coldwell
colebrook colgan collett collinge collis colman colquhoun colville condon connaughton conneely
connelly considine conwell cookson cooney coppock cordingley corkhill corr corry cosma cottam
coultas coupland covaci cowden craik crampton cranshaw crawshaw creaney creasey creegan cripps
croitoru crombie crosland crossman cubitt culbert culley cundall cundy cunliffe curley cuthbertson
dagdelen dagg daintree dalby dalkiran dalziel damant danciu dando darnell dasilva daugherty davila
daws deda deeks delahunty delgado derham dervishi devaney deverell devitt dhatt diaconescu diaconu
dickerson dilworth dimov diskin ditchburn dobbie dobrescu dodson dogar donaghey doody doolan dooley
dorward dougall dow dowdall dowie downie dowson drewett dring drysdale duckett duka dulai duncombe
dunka durkan dursun duzda dyas eades eadie easterbrook eatough ecclestone edgell edmunds edusei
effah egbe ejiofor elkin elkington ellam elliman elsdon elsom elvin emmott enahoro enright ergun
eroglu eskandari espley etherington everard ezeji fahey fairbank fairchild fairweather fanshawe
faraj farquhar farren farrington fearn fekete fenby fennell fereday fergusson fernie ferrie ferrier
fildes finnie fisk fitton fitzsimons flannigan flavell flett flinn foden fogarty fogg fok follett
fonte foote forsberg fossett fothergill foxall foxcroft foyle frankland frew friel fyfe gabobe gair
galindo gallacher gallegos galpin gandy ganley garbett garces garlick garrard garratt garrod
garwood gashi gasson gaughan gault gazi geddes geer gell gemmell gerrard ghaderi ghai ghasemi
ghataore ghita giba giblin gilani gilfillan gilhooly gilkes gillon gilmartin gilroy gjoka gjoni
glanville gleadall gleave gledhill glendenning glennie goel goff gokani goldstein goldthorpe
gomersall gomez gondal gonzaga goodacre goodchild goodger goodhand goodison goodrich goodson gorol
gorringe gosai gosal gospodinov gourlay gow gowing gratton greaney greenhough greenslade gregson
grigg griggs grimley grindley grosvenor groza grundy guerrero guilfoyle gujjar gulati guliani
gutteridge guttridge gwilt gyasi haddow hague halili hamblin hammerton hancox hannaford hannon
hanrahan harbottle hardaker hargan harkins harle harmon harpur harries harriott hartnett hassett
hastie hateley hattersley haughey havard hawke hawksworth haxhiu hayhurst hayler hayman hazlehurst
heathcote heffernan heggie hemsley henaghan hendrie hendry henwood hetherington hewitson hewson
hickmott highfield hignett higson hilliard hinchley hinde hindmarsh hine hipkiss hiscock hitchens
hodkinson hoggard hoggarth hollinshead holm hooley hopcraft hopcroft hoque hornsby horsfield hoskin
hosking hoskison hossack hoti houldsworth hovell howat howlett howley hoyles hsu hudak huggett
hulbert hulland hulley hundal hunjan hunnisett hurd hutson hyatt hysa hyseni ibarra ibe ibeh
iheanacho ikin ikpeba ilesanmi imrie iroko isse iwobi jandu jarvie jashari jassim jaswal jatoi
jeeves jefferies jeffs jelley jephson jhaj jhutty jobson jolliffe jowsey joynson judson kaczynski
kahin kaleja kalra kandrac karakas karavadra kareem karimzada karn kastrati kathuria kayani kear
keaveney keery kehoe keirnan kell kelleher kelliher kenna kenneally kennett keohane ker kermode
kernaghan kerslake kesar kettlewell khaira khakh khanam khatoon khattak khera khokhar khosa kiani
kidman kielty kilgour kilpatrick kinch kinnaird kinnear kirkman kirkup kitson kler knibbs knifton
knipe koci kong kooner kotlar kujawa kular kulesza kumari kurti kyei kynaston lacko laidler
lakhanpal lakin lambe lambie lampard landon langan langdale langstaff lapworth lasham lavelle
laverick lavery lawrenson lawrie lawther leadbitter leake leavy leckie lecky leese lennard levick
lidgett lightbody lightbown lika lingard linley linnell linney lipscombe litchfield livsey lleshi
lockley loka londsdale longmore longstaff lovegrove loveridge lowcock lowden lowdon lowery lowndes
lownes lowrie lulaj lupton lydon lythgoe lyttle macallan macaskill macey macinnes mackey madigan
madubuike magill magnall magowan mahajan mahil mahmoud mahmoudi mainwaring makepeace makula malley
malpass manders mangan manku manocha marku marland marron marsland maslen massie masterton matharu
mathie mawdsley maxfield mbah mcanulty mcburney mccahill mccandless mccaul mcclenaghan mccloskey
mccloy mccolgan mccomb mccombe mccord mccorry mccosh mccreery mccrossan mccrudden mccrystal
mccubbin mccully mccurdy mccutcheon mcdade mcdermid mcdonough mcdowall mcelwee mcentee mcfall
mcgahan mcgann mcgarrigle mcgarvey mcgaughey mcgeachie mcgeown mcghie mcgillivray mcglone mcgonigle
mcgrillen mcgrory mcguckin mcilveen mcilwaine mcinally mcinerney mckeag mckean mckelvey mckelvie
mckendrick mckerr mckevitt mckibbin mckiernan mckillop mckimm mckittrick mclarnon mclellan
mclelland mcluskey mcmeekin mcmonagle mcnaught mcneice mcneish mcnicholl mcnicol mcpartland mcquaid
mcroberts mcrory mcsorley mcstay mctiernan mcvay mcveigh mcwhinney medcalf meers melhuish mema
memon mendoza menzies mepham mesfin meta meyers mickleburgh micklethwaite miers mihalache militaru
millen millership millican milsom mirga mitev mizigar mocanu mockford moir moldoveanu molina
mollison moloney monahan moncrieff monir moorby moraru morrin mossop mounsey muca mucha mudhar
mudie mulgrew mulhall mullaney mulvaney mumby mumford muncaster munden munshi murdock murfin
murnaghan murtha mutch muttley mylchreest mylett nadin nahal naik najjar nandra naqvi nartey nassar
nastase nayyar ndoja ndreu neagoe nechita neilson nelligan nesbit nessa nethercott nettleship
newberry newbold newey newhouse newlands newson newstead newsum niblett nicolescu niculae nita
niven noone norrie northover nottage novotny nowacka nowell noyce oakden oakey oancea oatway obasi
ockenden odunsi oduya ofarrell ofosu ogunsanya ojla okocha okoli oksuz olah oliphant ollerenshaw
olowo oltean oluwole omari oneil oracko oregan orsos oseni osgood osinowo otoo ottley ouldridge
outram oxtoby oyedele oyekan packham padley pagett palfreyman pancholi panton paracha parfrey parke
parton pashley patchett patni pattinson pattison pavey pawson pecha peci peddie pekdemir pell
penketh pentland pepa peppiatt peralta perrins pertwee petch petcu pettifer pettigrew philbin
phillipson philp pickthall pickwell piekarski pierson pigott pirvu platten playfair plimmer
plumpton plunkett podmore pogson pokorny pokuta pompa pooley poonia popham popple porteous postle
poulson povey pownall poyser preda presland prestage prew prewett prichard prickett pridham
priestman proudlove provan prowse pryde pullan purdie purnell purves puska putnam pym pyne pyrah
qadri qosja quaile qualter quantrill quarshie queiroz quennell quigg quilty quintero quiroz raby
rackham radev raducanu rahimzadeh rainsford raistrick ramshaw raposo rashidi ratra rattray raval
rawding rawle rawnsley rawsthorne raybould rayment razavi reddington redshaw rendall rew reynold
rhoden ricks rideout ridout rintoul rippon rixon rizvi robotham rockett roden rodway rollason
ronson rosenberg roskell rostas rotaru roughley rowden rowles rowling rowson roxburgh roycroft
rrahmani rubin ruddick rudkin rughani rumbold ryall rycroft ryland rylands rymer sackville saddique
sadiku saeedi safdar saffery sahak sallis sambrook sandall sandeman sandilands sandoval sansom
sansome santha sarkozi saroya satchell satterthwaite satti saunderson sava sayle scally scammell
scarth scoble scollay scotney scrase scriven scruton seager selimi selwyn semple shadbolt shanley
shaughnessy shawcross shephard shepherdson shepperd sherrin shiels shikder shillito shimmin shipp
shippen shittu shkreli shoreman shorrocks shortland showell shrimpton shuker shutt sidebotham
sigley sihota simcox sime simeonov simes simion simionescu sinani sinden sinnott sipos sissons
sivak skillen skipp skipworth skitt skowronski sleeman slevin smail smethurst smout sokolowska
sollars soor souter soutter sowande sowter soylu speakman speirs spilsbury splaine spracklen spragg
sprague sprake springett sproul spurgeon squibb stachowiak stagg standen stanier starkie stell
stenhouse stimpson stimson stoneham stoney stowell strathdee stringfellow struthers stuckey
studholme suarez sultani summerfield summerhayes summerscales summerville suttie swaffield swainson
swali swanston swanwick swinburn swindlehurst syla symms synnott takhar tallon tann tapp tarbuck
tarpey teale tebbutt tedstone teece tew tewolde thaci thelwell thurgood thynne tidswell tighe
tindle tippett titterton toal tola tolhurst tolson tomkinson toogood toolan toop toothill topal
topalli torrens toska toulson towse traill treadwell treanor tregear treherne trelawny trenchard
tresidder trevett trew troup trow truscott tshabalala tsvetkov tubb tuckett tuffin tugwell tuite
tulej turkington turley tustin tuttle twamley twite twum tyas udall uka ullyett ume underdown
ungureanu urbanska uren urwin ustun uttley uzun vaduva vaja valle vallely vance vann vardy varty
veale velasco venning vere vertue veseli vinnicombe vipond vose voss vowles vye waddilove wadham
wadhwa wadsley wagg waggett wagstaffe waine wainman wakeford wakeling walburn walby walia waple
warbrick wardell wardlaw wardman wardrop wark warraich warrilow warriner wasiak wasley waterfield
weale weatherhead weatherstone webley wedderburn weldon weldu wenham westaway westerman wetherell
whaley whewell whiffen whiffin whipp whiteford whitehorn whitelock whitham whitmarsh whyatt wickens
wigglesworth wightman wilbraham wilcockson wildbore willcocks willcox willgoose wilshaw winfield
winship wiredu woan wolverson woodburn woodfin woodworth wooff woolard woolery woolfenden woolford
woolgar woolhouse woollam woollaston woolmer woolner wooster worgan wrathall wrenn wrigglesworth
wyard wykes wynd wyness wynter xhaferi xhemaili yalcin yallop yankov yapp yaqubi yau yeardley
yetman yildiz ymeri youde yuce yuill zamora zdunek zeqiri zerai zhelyazkov zhuka ziga zigova zogaj
zou zurek
"""
"""Folded."""
