"""Surnames of Britain and Ireland beyond the most common ones."""

SURNAMES_ISLES = """
abrahams ackroyd acton adair adamson addison ainsworth aitken akers alcock alder alderson aldridge
alford allan allard allcock allison allsop alston ambrose amos anders anson appleby appleton
archibald arkwright arrowsmith arundel ascott ashby ashcroft ashdown ashton ashworth askew askham
aspinall astley aston atherton atkin atkins attwood atwood austen avery aylward ayres babbage
babington bagley bagshaw bailes bainbridge baines baird balfour ballard bamford bamforth bancroft
banham bannister barclay barham barlow barnard barnett barnfield barr barraclough barrie barron
barrowman barton bassett bateman bateson batten battersby baugh bayliss baynes beardsley beasley
beattie beaumont beckett beckwith bedford beecham beedle beeston belcher bellamy bellis bennet
benson bentley berkeley bernard berridge bertram bestwick bevan beveridge bickerstaff biddle biggins
biggs billington bilton binns birchall birkett birkin birks birtwistle blackburn blackman blackmore
blackwell blackwood blagg blair blakeley blakemore blanchard bloggs blount blundell blyth boardman
boddy bolam bolton bonner booker boothroyd bostock boswell bottomley boulton bourne bowden bowen
bowers bowker bowles bown bowyer boyce boyd boyle bracewell bradbury braddock bradford bradshaw
bragg braithwaite bramall bramley brand brandon brannigan bratt brayshaw breen brereton brett brewer
brewster brierley briggs brindley briscoe bristow broadbent broadhead broadhurst brocklehurst
brockway brodie bromley brookes broomfield broughton brownlow bruce bruton bryson buchan buchanan
buckland buckley bullen bulmer burdett burgoyne burkitt burnett burnham burrell burrows busby
bushell butterfield butterworth buxton byers byrd byron caddick cadman cahill cairns calder caldwell
callaghan callahan callow calvert cameron canavan cann capper carey carlisle carmichael carney
carrick carrington carruthers carson cartwright carvell casey cassidy caswell catchpole caton
cavanagh cawley cawthorne chadwick challis chappell charlesworth charlton charnley chatterton
cheetham cherrington chester chesterton chidgey childs chilton chisholm chivers chorley christie
christopher churchill clancy clapham clapton clare clarkson claydon clayton cleary clegg clements
cleverley cliffe clifford clifton clough clowes clutterbuck coates cobb cochrane cockburn codd
coffey cohen colborne colbourne colclough colley collings collingwood collinson colvin combs compton
conlon connell conner conroy conway coombes coombs copeland corbett corcoran corless cornish
cornwell corrigan cosgrove costello cotterill cottrell coughlan coulson coulter counsell courtney
cousins coverdale cowan cowell cowie cowley coyle coyne crabb crabtree craddock craig cranfield
cranston craven creighton cresswell crewe crichton critchley crofts crompton cronin crookes crosby
crossland crossley crosthwaite crowe crowley crowther croxall cruickshank cullen culshaw cummings
cummins curran currie curtin cusack dacey daley dalgleish dalton daly danby daniels darby darbyshire
darcy darlington darwin davenport davey davie daw dawes deakin dearden deeley deighton delaney
dempsey dempster denby denham denholm denning dennison denton derbyshire derrick desmond devereux
devine devlin dewar dewhurst dickenson dickinson dickson diggle dillon dimmock dinsdale ditchfield
dobbs dobson docherty dodd dodds dodgson doherty dolan dolby donaghy donald donaldson donegan
donnellan donoghue donohoe donovan doran dorrington dougan dougherty doughty dowd dowling downes
downey downs drabble drayton driscoll drummond drury duckworth dudley duffield dugdale duggan
dumbleton dunbar dundas dunford dunham dunkley dunleavy dunlop dunmore dunn dunne dunphy dunstan
durham durkin durrant dutton dwyer dyson eagles earnshaw eastham eastwood eaton ebbs eccles
eccleston eckersley edgar edgerton edmonds edmondson egan eldridge elkins ellery ellison ellwood
elmes elsworth elwood embleton emerson emery emmerson ennis entwistle errington erskine etheridge
evason everett everitt evison ewart ewing exley eyre fagan fairbairn fairbanks fairbrother
fairclough fairhurst fairley fallon farley farnell farnworth farr farrant farrar farrelly farrow
faulkner fawcett fearnley fearon feeney fellows felton fenn fenton fenwick ferguson fernley ferris
fidler fielden findlay finlayson finnegan finney finnigan firth fishwick fitch fitzpatrick
fitzsimmons flaherty flanagan flannery fleetwood fleming flinders flintoff flowers flynn foley foran
forbes forde forrest forrester forshaw forster forsyth foulds foulkes fowles foy frain frampton
franklin franks frayne frazer freeth frith froggatt fryer fulford fullerton fulton furness furniss
gaffney galloway galvin gannon garbutt garner garnett garrett garrity garside garvey gascoigne
gaskell gaskin gavin geary geoghegan gibb gibbins gibbons gibbs gibney giddings giffard gilchrist
giles gilfoyle gilks gillard gillespie gillett gillies gilligan gilliland gillingham gillman gilmore
gilmour gladstone gladwin gleeson glendinning glennon glynn goddard godfrey godwin goldsmith
golightly gooch goodall goode goodfellow gooding goodwin goody gorman gormley gorton goss gough
gould goulding gowan gower grady grafton grainger grandison grantham gravell grayson greenall greene
greenhalgh greenhill greenlees greensmith greer gregg gregory greig grenfell gresham greville grice
grierson grieves griffith grimes grimshaw grimwood grindrod grogan guinness gunn guthrie gwilliam
gwyther hackett hadden hadfield hadley hagan haig haigh hailey haines hainsworth haldane hales haley
halford hallam hallett halliday halliwell halls halpin halsall halstead hamer hamill hammond hampson
hampton hancock handley hankin hanley hanlon hannah hannan hannigan hanratty hansen hanson harcourt
hardacre hardcastle hardie hardman hardwick harford hargreaves harker harkin harkness harland harley
harlow harman harmer harrington harrop harrower hartland hartley hartshorn harwood haslam hassall
hastings hatcher hatfield hathaway hatton haughton havelock hawes hawkes hawkesworth hawkins hawley
haworth hawthorn hawthorne haycock haydock haydon hayward haywood hazell hazlewood headley healey
healy heaney hearn hearne heaton hebden heeley heenan hegarty hemingway hemmings hempstead henley
hennessy henshall henshaw henson hepburn heppell hepworth herbert herron hesketh heslop hewett
hewison hewitt hewlett heyes heywood hibberd hibbert hibbs hickey hickling hickman hicks hickson
higginbotham higginson higgs hilditch hillier hillman hilton hinchcliffe hinchliffe hindle hindley
hinds hines hinton hirst hitchcock hitchen hoare hobbs hobday hobson hockley hodge hodges hodgkins
hodgkinson hodgkiss hodgson hodson hogan hogarth holbrook holcroft holden holdsworth holgate
holliday hollings hollingsworth hollingworth hollins hollis holloway hollowood holman holroyd holt
honeyman hooper hooton hopkin hopkinson hopwood horan hornby horne horner horrocks horsfall horsley
horton hoskins hotchkiss hough houlihan houston howarth howe howells howes howie howitt howland
howson hoyle hubbard huddleston hudspith huggins hulme hulse hume humphrey humphreys humphries
huntley hurley hurrell hurst hussey hutchings hutchins hutchison hutton huxley hyde hyland hyndman
hynes ibbotson iddon iles illingworth ince ingham ingle ingleby inglis ingram innes inskip ireland
ironside irvine irving irwin isaac isaacs isherwood ivers iveson izzard jacks jacobs jacques jameson
jamieson janes jardine jarman jarrett jarvis jeavons jeffcoat jeffers jefferson jeffery jeffrey
jeffreys jeffries jellicoe jenkin jenkinson jenks jepson jermyn jessop jewell jewitt jobling joel
johns johnstone joliffe jolley joyce judd jukes kavanagh kay kaye keane kearney kearns kearsley
keating keeble keefe keegan keeley keenan keene keighley keir kellaway kellett kelsall kelsey kemp
kempson kendal kendall kendrick kenmare kennard kenney kenny kent kenworthy kenyon keogh kerr
kerrigan kerrison kershaw kewley keyes kiely kilbride kilcoyne killeen killick kilner kilroy kimber
kincaid kinder kingsley kingston kinsella kinsey kipling kirby kirk kirkbride kirkby kirkham
kirkland kirkpatrick kirkwood kirton kirwan kitching knapp kneale knights knott knowles knox kyle
lacey laidlaw laing laker lally lambert lamont lancaster langdon langford langley langton lanigan
larkin larkins latham latimer lattimer laurie laverty lawler lawley lawlor lawton laycock layton lea
leadbeater leadbetter leah leahy leary leck leeming leeson legg leggett leigh leighton leitch leith
lennon lennox leonard leslie lester lethbridge levy lewin lewington leyland liddell liddle liddy
lightfoot lilley lincoln lindley lindop lindsay lindsey linehan liston littlejohn littler littlewood
livesey livingstone llewellyn lockett lockhart lockwood lockyer loftus logan lomas lomax lonergan
longbottom longden longhurst longley longworth lonsdale loosemore lorimer loughlin loughran lovatt
lovell lovett lowry lowther lucas luckhurst lumb lumley lumsden lund lunn lunt luscombe luxton lyall
lycett lyle lyles lynam lyne lynn lyon mabbott macaulay macbeth maccallum maccormack macdougall
macfarlane macgregor macintosh macintyre maciver mackay mackenzie mackie mackinnon mackintosh
maclachlan maclaren maclean macleod macmillan macnab macneil macneill macphail macpherson macqueen
macrae mactavish madden maddison maddocks maddox madeley magee maginnis maguire maher mahon mahoney
mahony maitland makin makinson malcolm mallett mallinson mallon malloy malone maloney manley mann
mannion mansell mansfield manson mant marchant markham marlow marlowe marples marr marriott marsden
marston martell martindale marwood maskell massey masterson mather mathers matheson mathews
mathewson mathias mathieson maudsley maughan maunder mawson maxwell maybury mayer mayes mayhew
maynard mayne mayo mcadam mcaleer mcaleese mcallister mcalpine mcandrew mcardle mcarthur mcateer
mcaulay mcauley mcauliffe mcavoy mcbain mcbride mccabe mccafferty mccaffrey mccaig mccain mccall
mccallum mccann mccarron mccartney mccauley mccausland mcclean mcclelland mcclure mccluskey mccoll
mcconnell mcconville mccormack mccormick mccourt mccoy mccracken mccreadie mccready mccrory mccue
mccullagh mcculloch mccullough mccusker mcdaid mcdermott mcdevitt mcdonagh mcdonnell mcdougall
mcdowell mcelroy mcenroe mcevoy mcewan mcewen mcfadden mcfadyen mcfarland mcfarlane mcgarry mcgee
mcgeough mcgettigan mcghee mcgill mcginley mcginn mcginnis mcginty mcglynn mcgoldrick mcgonagle
mcgovern mcgowan mcgrady mcgregor mcguigan mcguinness mcguire mcgurk mchale mchugh mcilroy mcinnes
mcintosh mcintyre mciver mcivor mckay mckee mckeever mckellar mckenna mckeown mckernan mckie
mckinlay mckinley mckinney mckinnon mckinstry mcknight mclachlan mclaren mclauchlan mclaughlin mclay
mcleish mclennan mcleod mcloughlin mcmanus mcmaster mcmillan mcmullan mcmullen mcmurray mcnab mcnair
mcnally mcnamara mcnamee mcnaughton mcneil mcneill mcneilly mcnicholas mcnulty mcparland mcphail
mcphee mcpherson mcphillips mcquade mcqueen mcquillan mcrae mcshane mcsherry mcsweeney mctaggart
mctavish mcteer mcvey mcvicar mcwilliam mcwilliams meacham meade meadowcroft meadows meakin meaney
mears medley mee meehan megson meikle melia mellor melrose melville melvin mercer meredith merrick
merrifield merriman merritt metcalf metcalfe meyer meyrick michael michaels michie middlemiss
middleton midgley milburn miles millar millard millett milligan millington millward milne milner
milroy milton minchin minshull mitchelson mitchinson mitton moffat moffatt moffett mogg molloy
molyneux monaghan monkhouse monks monroe montague monteith montgomery mooney moorcroft moorhouse
moran moreland moreton morley moroney morphy morrell morrissey morrow mort mortimer morton moseley
moses mosley mossman mottershead mottram mountford mowat mowbray moxon moyes muir muirhead mulcahy
muldoon mulholland mullan mullen mulligan mullin mullins mulroy mulvey munday mundy munn munro
munroe murdoch murgatroyd murtagh musgrave musgrove mycock myers nagle nairn naismith napier narey
naughton naylor neal neale neary needham neeson negus neil neill nelmes nesbitt nettleton neville
nevin newall newby newcombe newell newham newland newsham newsome nichol nicholas nicholl nicholls
nichols nickson nicol nicoll nicolson nimmo nisbet nixon noakes nobbs nolan noonan norbury norcott
norcross norman norris northcott norton norwood nott nugent nunn nutt nuttall oakes oakley oates
obrian ocallaghan oconnell odell odonoghue odonovan odowd odriscoll odwyer oflaherty oflynn ogara
ogden ogilvie ogorman ogrady ohagan ohalloran ohanlon ohara ohare okane okeefe okeeffe oldfield
oldham oldroyd oleary oliver oloughlin omahony omalley omeara ord ordway oreilly orford orme ormerod
ormond ormsby orourke orr orton orwell osborn osborne oshaughnessy oshea osman otoole ottaway
overend overton oxley padgett paget paige paine paisley palfrey palin pallister pankhurst pardoe
parfitt parkes parkhouse parkhurst parkin parkins parmar parnell parr parrish parrott parry
partington pascoe passmore paterson paton patrick patton paul paulson paxton paynter peake pearman
pears pearse peart peckham pedley peers pegg pemberton pender pendlebury pendleton penfold pengelly
penman penn pennington penrose percival perkin perrett perrin perrott peterkin peterson petrie
pettit pettitt phelan phelps philip philips phillip philpott phipps phoenix pickard pickering
pickersgill pickett pickford picton piercy piggott pilkington pilling pimlott pinder pinfield
pinkney pinnock pitman pitts platt platts pleasance plowman plummer plumridge pocock pollard pollitt
pollock pomfret ponsonby popplewell porritt portman postlethwaite potts poulter poulton pountney
powers powis powys poynter poynton pratt preece prendergast prentice prescott presley preston
prestwich priestley priestnall pringle pritchard pritchett probert procter prosser proudfoot prout
pryce pryor puckett pugh pullen pullman purcell purdy purkiss purvis pye pyke quaid quayle quested
quigley quilter quin quinlan quinton quirke rabbitt radcliffe radford rae rafferty raine rainey
rainford ralph ralston ramage ramsay ramsbottom ramsden randall randle rankin ransome raper ratcliff
ratcliffe rathbone rawcliffe rawlings rawlins rawlinson rawson raymond rayner raynor rea reade
readman reardon reay redding reddy redfearn redfern redgrave redman redmond redpath reece reeder
reedy rees reeves regan reilly renfrew rennie renshaw renton renwick revell rhead richard richmond
rickard rickards ricketts riddell riddick ridgeway ridgway ridings ridley ridsdale rigby rigg riggs
rimmer ripley risley ritchie ritson rix robb robbins roberson robins robson roche rochford rodger
rodwell roe roebuck rogan rogerson rolfe rollins rollinson rolls romney rooke rooney roscoe rosen
rosser rossiter rostron rothwell rourke routledge rowan rowbotham rowell rowland rowlands rowlandson
rowley rowlinson rowntree royds royle royston rudd ruddock rudge ruffell rumsey runciman rushforth
rushton rushworth ruston rutherford rutledge rutter ryder rylance ryley sadler salisbury salthouse
sampson samson samuel samuels sandbach sanders sanderson sandford sandham sandiford sandys sargeant
sargent saul savill saville saxby saxton sayer sayers scaife scanlan scanlon scargill scarlett
scholefield scholes scholey scotland scotson scotton scrivens scully seabrook searle sears seaton
seddon sedgwick sefton selby seldon sellars selwood setchell seward sewell seymour shackleton
shakespeare shand shanks shannon shardlow sharkey sharman sharpe sharples sharrock sheard sheehan
sheehy sheldon shelley shelton shenton shepard sheppard sherlock sherman sherratt sherriff
sherrington sherry sherwin sherwood shiel shields shipley shipman shipton shirley shoesmith shorrock
shotton shrewsbury shuttleworth sibley siddall siddle sidebottom sidwell silcock sillars sillitoe
silverwood sim simcock simm simmonds simms simon simonds simons simpkin simpkins sims sisson skeggs
skelly skelton skerritt skidmore skilling slade sladen slaney slattery slavin slee sloan sloane
slocombe slowey smale smallman smallwood smeaton smedley smillie smithers smithies smithson smyth
smythe snape sneddon snell snelling snowden snowdon soames somers somerville sommerville soper
sorrell southall southern southgate southwell southworth sowden sowerby spalding sparkes speight
spence spendlove spicer spiers spink spinks spratt sproat sproston spurr squires stacey stafford
stainton stallard stanfield stanford stanhope staniforth stanley stannard stansfield stanton
stapleton starkey statham staunton steadman stebbings stedman stenson stephen stephenson sterry
steven stewardson stiles stirling stobart stockdale stockley stockton stoddard stoddart stokes
stokoe stoneman stones stopford storer stothard stott stoves strachan straker strang stratton
streeter stretton strode stroud strutt stubbs studley sturgess sturrock styles suddaby sugden
suggett sumner sumners sunderland surtees sutherland sutherns swaby swaine swales swann swanson
swanton sweeney swinburne swindells swindon swinfield swinton sykes symes symonds symons tabor
taggart tait talbot tansey taplin tarrant tasker tate tatham tattersall tatton taverner tayler
teague teasdale tedder telfer temperley tennant tennent terrell terry tetley thacker thackeray
thackray theobald thewlis thirkell thirlwell thistlethwaite thom thomason thomasson thomlinson
thorburn thorley thornber thorndyke thorne thornhill thornley thorogood thorp thorpe threlfall
thurlow thurman thurston thwaite thwaites tibbetts tickell tideswell tidmarsh tierney tilley
tillotson tilson timmins timms timpson tindale tindall tinsley tipton titley titmuss titterington
tobin todhunter tolley tomkins tomlin tomlinson tompkins tonge tonks toole tooley topham tovey
towers towle towler townend townley townsend townshend tozer tracey tracy trainor tranter travers
travis traynor treacy tredwell tremlett trent trevelyan trevor trewin trickett trigg trimble trotman
troughton trueman truman trumble tudor tuffnell tuffs tulley tully tunnicliffe tunstall tupper
turnbull turnock turton tutt tweddle tweedie twigg twomey tye tyldesley tyler tyrell tyrrell tyson
ulph underhill underwood unsworth unwin upham upton urmston urquhart valentin valentine vallance
varley varney vasey vaux venables venn vernon vicars vickerman vickers vickerstaff vickery vince
vincent viner viney vinson virgo waddell waddington wadsworth wagstaff wainwright waites wakefield
wakeham wakeley wakelin walden waldron walford walkden walklate wallbank wallington wallis wallwork
walmsley walpole walsham walshe walter walton warburton wardle waring warne warner warnock warr
warrender warrington warwick washington wass waterhouse waterson waterworth watkin watkins watkinson
watling watmough watters weatherall weatherby weatherill weatherley webber weedon weightman weir
welburn welby welford weller wellings wellington wellman welsby welton wensley wentworth wesley
westbrook westbury westcott westgate westhead weston westwood wetherby whalley wharton whatley
whatmore wheatcroft wheatley wheaton wheelan wheeldon whelan wheldon whitaker whitbread whitby
whitcombe whitehall whitehurst whitelaw whiteley whiteman whiteside whitfield whitley whitlock
whitmore whitney whittaker whittall whittam whittingham whittington whitton whitty whitwell
whitworth whyte wicks widdop widdowson wiggins wigley wilby wilcock wilcox wilde wildman wileman
wilford wilkes wilkie wilkin willard willets willett willetts willey willis willison willmott
willoughby wills wilmot wilton windle wingfield winn winnard winskill winstanley winston
winterbottom winterburn winterton winward wiseman wishart witherington witts wolfe wolfenden
wolstenholme womack womersley woodall woodbridge woodfield woodford woodgate woodhall woodhead
woodhouse wooding woodley woodroffe woodrow woodruff woodside woodthorpe woodville wookey wooldridge
wooler wooley woolf woolfe woollard woollen woolley woolliscroft woolridge woosnam wooton wootton
wordsworth worrall worsfold worsley worthington wragg wraith wray wrightson wrigley wroe wyche wyke
wylde wyles wylie wyllie wyman wyn wynn wynne yardley yarwood yeates yeomans yorke youd youell
youngman
"""
"""English, Welsh, Scottish and Irish surnames, folded."""
