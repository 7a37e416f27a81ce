"""Given names of Britain and Ireland beyond the most common ones."""

GIVEN_ISLES = """
hyacinth jacinth jacynth marigold petunia camellia tansy betony verbena
abi ada addison adelaide adeline agatha aggie ailsa aine aisling alaina alana alannah alasdair
alastair aled alwyn alys amabel anabelle aneurin angharad anona anthea antoinette aodhan aoife
ashton astrid athena aubree augustus avery azaria bella bertha bertram beryl bessie betsy beverly
blaine blair blanche bobbie brayden breda brendon brenna bridgette bridie brielle briony brody
bronagh bronte bryony byron cade caitlyn caitriona calvin campbell caoimhe cara carly carmela carys
cathal cathleen catriona cecil cecilia cedric celeste celia celine ceri ceris chanel chanelle
chantal chantel chantell charleigh chester cheyenne christa christabel cian cillian clarence
clarissa claud claude clementine clifford clifton clodagh coleen conal conall conan conrad cora
cordelia cormac cornelius courtenay craigie creighton cressida cuthbert cyril dafydd dahlia dai
daire darina darragh davey davina deana deanna debs dee deena delia della delyth denny denzel denzil
deryn
desiree diarmaid diarmuid dilys dinah dixie dolores donal donncha dorian dorothea dougal dougie
dovid duane dulcie dwayne dwight dyfan dylis dympna edgar edie edna edwin edwina effie eifion eilidh
eimear eira eirlys eirwen eithne elaina elden eleri elfed elgin elin elinor eliot elis elisha
ellamae elle ellery elodie eloise elora elouise elspeth elton elva elvira elwyn emanuel emer emlyn
emmeline emmett emrys ena enid enya eoghan eoin ephraim erika ernie errol estelle ester etta euan
eugenie eunan evander evangeline everett ezra fabian fergal ffion fidelma finbar finlo finn finnian
fintan fionn fionnuala floella florrie floyd flynn forbes frieda gabby gaby gaenor gaia galen garth
gavyn gaz gemmie gena genevieve genna geordie georgette georgiana geraint germaine gerry gertrude
gethin gilly ginny gisele glyn glynis glynne goldie grady grahame grainne grania gregor griff
griffith gruffydd gus guto gwendolen gwendoline gwenllian gwennan gwilym gwynfor gwynne hadley hafsa
hal hamish hank harlan harlow harmonie harvie hattie haydn hayleigh hazell hebe hector hedley heledd
heloise herbert herman hermione hester hettie hollie horace horatio howell hubert hughie humphrey
huw hywel iain ianto ida iestyn ifan ifor ike ilse imelda ina indi ines inez ingrid innes iona irma
irvin irvine irving irwin isadora isidore islay isobel isolde issac issy iwan izzy jacinta jaclyn
jago jaime jaimie jalen jana janelle janette janie janina jannette jarrod jarvis jasper jaxon jaxson
jayda jaydon jazmin jeannie jeannine jeb jed jedd jenni jennie jensen jeremiah jeri jerrold jessamy
jessie jethro jez jimi jimmie joannie jobie jocelyn jodi jody joely joey joleen jonah jonas joni
jonny jonty jools jordana jordyn joscelin josefina josette josiah josie joslyn joss jovan judd jude
julianna julianne juliette julius kacey kaci kadie kaiden kaleb kane kara kareen kari karla karly
karol karyn kathie kathryne katia katya kayden kayla kaylan kaylum keane keanu keegan keelan keely
keenan keisha kelan kelis kellie kelvin kendal kendall kendra kenzie kerri kerrie kez khloe kia
kiera kierin kiernan kieron kierra kierran kingsley kingston kiri kirk kirstie kirstin kitty kiya
koby kody korey kori kris kristen kristian kristie kristin kristina kristine kristofer kristy
krystle kyan kyla kyra kyran lacey lachlan laila lainey lana lani larissa latisha latoya lauretta
laurette laurie lauryn lavinia leander leanna leighton leila leilani lela leland lemuel lenny leola
leona leonie leonora leopold leroi leta leticia letitia lettie lewie lexie lianna lianne libby
lilian liliana lilith lillie lilly lincoln linden lindon linette linsey linton lionel lisbeth
lisette liv livia llewellyn llewelyn llinos lochlan lockie lorcan loreen loren lorenzo loretta lori
lorrie lottie lou louella louie lourdes lowri luan lucan lucian lucie lucien lucille lucinda
lucretia ludo luella lulu luther lyall lydie lyle lynden lyndon lynette lynton lyra mabel mabli
mackenna maddox madge madison maeve magnus mai maia mair maire mairead mairi maisy malachi malachy
malakai mallory malvin mandie manon manus mara marcella marcelle margaux margery margo margot
marguerite mari mariah marianne maribel marietta marilee marisol marissa marita marius marjory marla
marleen marlene marley marnie marti martina marvin maryann maryanne mathias mathilda mathilde
matilde mattie maud maude maura mavis maxie maximilian maximus mcauley mckenzie meg megs mei meinir
meirion melinda melvin melvyn mercedes meredydd meriel merle merlin merlyn mervin mervyn meryl
mhairi micah mickey mikaela mikey milan mildred miley milo milton mim mimi mina minnie mirabel
miranda mitzi moina moly mona morag morfydd morna morris morwenna mostyn moyra muireann mungo murdo
murray myfanwy myla myleene mylene myles myriam myron nadene nanette nannie nansi narelle nat
natalya natashya nathalie neave ned nell nellie nerys nesta netta neva nevaeh neve neville nia
nichole nico nicol nicolas nicolette niomi nixie nola nolan nona norah noreen norma nyah nye oakley
obadiah odette odhran olaf ollie olly olwen olwyn ophelia oran oriana orla orlagh orlaith
orlando orson osian oswald otis ottilie otto oz ozzy padraic padraig paige palmer pandora parker
pascale patti pattie pauleen payton pearse peggy peigi perpetua petra petula peyton phelim phillipa
philomena phineas phylis pia pippa piran portia preston primrose quentin quincy quinlan quinn
quinton rab rabbie rachelle rae raeanne rafe rafferty raine ralf ramsay rana randal randall randolph
raquel raya rayan rayne rayner reagan reanna reanne rebekah regan reginald reid reiss remi remy rena
renata rene renee rex rhea rheanna rhiann rhianna rhianne rhoda rhodri rhyan rhydian rhylan ria rian
richie rikki rikky riordan roan roddy roderick rodney rogan romilly romy rona ronna ronni rosaleen
rosalie rosalyn rosamund rosanne roscoe roseann roseanna roseanne roselyn rosetta rosina roslyn
rowland roxanna roxie royce royston ruairi ruari ruaridh rubie rudy rufus russ ruthie ryder rylan
sadhbh salvador sammie samson sandie saoirse saul saundra savanna savannah scott sebastien selma
senan seoirse seonaid septimus serena seth shanay shanelle shania shanna shannen shanon sharlene
sharna sharron shay shayne shea sheelagh shelagh sheldon shelly sheona sheridan sherri sherrie
sheryll shiela shirl shonagh sib sid sidney sidonie siena silas silvester silvia simeon simona sion
sioned siwan skye skyla skylar sofie solomon sonja sorcha sorrell spencer stacie stanford stefani
stefanie stephan stephany stewie struan sukie susana susanna suzanna suze suzette suzi suzie sybil
sydney sylvester sylvie tabatha tabitha tadhg talbot talia taliesin tallulah tamar tamsin tamzin
tate tatiana tatum tayla taylor teagan ted teddie teilo temperance tennyson teri terrance terrence
tess tessie thaddeus thalia thelma theodora thora tiana tiarna tiegan tiernan tierney tiff tilda
tilly timmy timothea tirion titus tobi tobias tomas tomos tori torin torquil tracie trefor tricia
trina trish trisha trixie troi trudi trudie trudy tudur ty tyra tyree tyreece tyrell tyrese tyrique
ulric uma una unwin upton valentina valentine vaughan velma venetia verna vernon vic vicki vickie
vincenzo viv vivien wallace wally walter warwick webster wendell wes wilbur wilf wilfrid wilhelmina
willa willis willy wilma wilmer winifred winnie woodrow wyn wynn wynne xander xanthe yasmeen yazmin
ynyr ysobel yvie zachariah zack zadie zander zane zelda zephaniah ziggy zinnia zoey zola
jemima oona deano tez dez
"""
"""English, Welsh, Scottish and Irish given names, folded."""
