"""Given names of Europe and Latin America."""

GIVEN_EAST = """
aleksander aleksandr aleksandra aleksandrs aleksei alexandrina alexandru alicja alina alisa alketa
almir alojzy amalia anastazja anatol anca andreas andreea andrej andreja andris andrius andrzej
aneta anetta angelika ania anica anka anouk antanas anton antoni arben arkadiusz arlinda armands
arnas artan artur arturas aurel aurelia aurelija austeja barbora bartek bartlomiej beata besnik
bianka biljana blanka bledar blerim blerina bogdan bogdana bogumil boguslaw boris bozena branislav
branko brigita bronislaw bujar catalin catalina cezar cezary ciprian claudiu constantin constantina
corina cornel cornelia cosmin costel costica cristi cristian cristina czeslaw dagmara daiga dainius
daiva dalia damir damjan dana danguole danica daniil danilo danuta daria dariusz darko dejan denis
denisa deniss denisz dimitar dimitri dmitri dmitry dmytro dobromir domantas donatas dorin dorina
dorota dorottya dragan dragos drilon drita dusan edgars edina edita edmundas edvinas egidijus egle
ela elbert elda elidon elira elona emil emilian emilija emiliya endrit enkelejda erion ervin
erzsebet eszter evgeni evgenia ewelin ewelina fatmir ferenc filip filomena flavia flavius florentina
florin flutura franciszek gabija gabor gabriela galina gazmend genc gentian georgeta georgi gergana
gergely gheorghe giedre gintaras grazina grigore gyorgy halina hanna hasan hedviga henryk honorata
horia hristo iga ignacy ignas igor iliana ilie ilir ilona ilya inga ioan ionel ionela ionut irena
irina iryna istvan iulia iulian iuliana ivanka ivaylo ivelina iveta ivica iwona izabela izabella
jacek jadwiga jagoda jakov janis janusz jaromir jaroslav jaroslaw jasmina jasna jelena jerzy jolanta
jolita jonida jovana jozef jozsef julija juliusz juris justas justyna kacper kaja kajetan kalina
kamil kamila karolina karolis kasandra kaspars kastriot katalin katarina katerina kateryna kazimierz
kestutis kinga klaudia klaudiusz klea klevis klodian konrad konstantin kornel kornelia kreshnik
kristaps kristi kristiana kristijan krisztina krystian krystyna krzysiek ksenia kuba lacramioara
laima laimis laszlo laurentiu lavdim lenka leokadia leonid leszek leva lidia lilia liljana lina
linas lindita liviu lorena lubomir lucjan lucyna ludmila luiza luka lukas lukasz luljeta lumturi
lyubov lyudmila maciek maja maks maksim maksym malgorzata malwina mantas manuela marcela marek
margarita mariana marica marija marijana marika marin marina mariola mariusz marko markus martyna
martynas maryana maryla maryna matas matei matej matija matyas matylda michalina mieczyslaw mihaela
mihail mihaly miklos mikolaj mikolas milana milena milica milos mimoza mindaugas mira mircea mirela
miriana mirjana miroslav miroslava miroslaw mirza mladen modestas nadezhda nadja nastasia natalija
nataliya nejra nela nelu nemanja nenad nerijus nicolae nicoleta nicusor nikola nikolai nikolaos
nikolay nikolina norbert oana octavian oksana ola oleg oleh oleksandr oleksandra oleksiy olena
ondrej orest orsolya oskar otilia ovidiu patrycja patryk paulina paulius pavel pavlo pavol petar
peteris petr petras petre petru petya piotrek plamen povilas przemek przemyslaw radka radko radmila
radoslav radoslaw radu rafal raluca rasa razvan remigiusz robertas roksana romana romualdas
rostislav roza rozalia ruslan ruta ruzica sabina sandor sandu sasa saulius sergei sergej sergejs
sergiu serhiy severin shpresa shqipe silva silviu simas skaidrite skirmante slavica slavko slawek
slawomir snezana sofija sokol sorin sorina stanimir stanislav stanislava stanislaw stefania stoyan
svetla svetlana sylwester sylwia szabolcs szilvia szymon tadas tadeusz tamas tatjana tatyana tekla
teodor teodora tibor tihomir timea timur todor tomek tomislav traian tsvetan tsvetelina tsvetomir
tymon tymoteusz ugne urszula vaclav vadim vaida vaidas valdas valdis valdrin valentin valentyna
valeria valeriu valeriya valon valter vanya vasil vasile vasilica velislava veselin vesna victoriia
viktor viktoras viktoria viktorija vilma vincas vioica viorel viorica virgil vit vita vitalie
vitalijs vitaly vitas vjollca vlad vlada vladimir vladislav vladut vojtech volodymyr wacek waclaw
waldemar walentyna weronika wiesiek wieslaw wieslawa wiktor wiktoria wincenty wioletta witold
wladyslaw wlodzimierz wojciech wojtek xhevdet yana yaroslav yevhen yordan yulia yuliya yuri yuriy
zaneta zbigniew zbyszek zdenek zdislaw zdravko zeljko zenon zita zivile zlata zlatko zoltan zoran
zorica zsofia zsolt zsuzsanna zuzana zydrunas zygmunt
"""
"""Polish, Baltic, Romanian, Balkan and eastern Slavic given names, folded."""

GIVEN_WEST = """
adelina adriana adrien agata agathe agostinho agustin aitana alain alba albano alberta albertina
alberto alcina alda aldo alejandra alejandro alessandra alessandro alessia alessio alexandre
alexandros alexia alexios alfonso alfredo aline alonso alvaro alzira amadeu amandine amaya amelie
amerigo amilcar anabel anacleto anais anastasios anders andre andreia anete angelica angeliki
angelina angelo angelos anibal aniko anja anke annalisa annamaria anneliese annick annika anselmo
antonella antonina antonino antonios antonis apolonia apostolos araceli aracely ariadne ariana
arianna ariel aristides arlete armanda armando arnaldo arnaud artemis arturo asuncion athanasios
audric augusta augusto aurelie aurelien aurora axel axelle baptiste bartolomeo bastien beatrix
beatriz belen benedetta benedict benedikt beniamino benito benoit benvinda berenice bernarda
bernardo berta bettina bia biagio bibiana birgit bjorn blaise blanca bo brigitte bruna bruno caetano
caio calogero camila camille candida candido carina carine carlo carlota carlotta carmelo carolin
carsten cassia cassio catarina caterina cathrine cecile cecily celestino celina celso cesar cesare
charalambos chiara christel christelle christiane christof christoph christos cidalia cintia cinzia
claudine claudio clelia clemence clotilde conceicao concepcion concetta consuelo corrado cosimo
cristiana cristiano cristobal cyrille dagmar damiano daniele danila dario davide debora delfim
delfina delphine demetrios demetris despina diamantino didier diego dieter dietmar dimitra dimitrios
dimitris dinis diogo dirk domenica domenico domingo domingos dominique donatella donato dora duarte
dulce edite edmondo edoardo edson eduarda eduardo efstathios egidio eleftheria elia eliana eliane
elias elio elisabetta eliseo elke eloisa elpida elsa elvio emanuela emanuele emiliano emilie emilio
emmanouil emmanuel emmanuelle enrica enrico enrique enzo erik ermelinda ernesto erwin esmeralda
esperanza esteban estefania estela etienne ettore eugenia eugenio eulalia eusebio evangelia
evangelos evaristo ezequiel ezio fabia fabiana fabiano fabien fabienne fabio fabiola fabrice
fabrizio fausta fausto federica federico felicia feliciano felicidade felipe fernanda fernando
filipa filipe filippo filippos fiorella fiorenza flavio florbela florent florian francesco francine
francisca francisco franck franco francois francoise franz franziska freja friedrich fritz fulvio
gaelle gaetano gaspar gaspard gaston gavino gennaro georges georgios gerardo gerhard germano gerold
gerta gertrud ghislaine giacomo giada gianluca gianna gianni gilbert gilberto gilda gino gioia
giorgia giorgio giorgos giovanna giovanni gisela giselle giulia giuliana giuliano giulio giuseppe
giuseppina glauco goncalo gonzalo graca gracia graciela grazia graziella gregoire gregorio gregorios
guadalupe guglielmo guido guilherme guillaume guillermo gunter gunther gustav gustavo hannelore hans
harald heike heiko heinrich heinz helder helga helge heliodoro helmut hendrik henk henri henriette
henrique herminia herve hildegard horacio horst hortense hugues humberto ignacio ilaria ilda ilidio
iluminada imma immacolata inacio inaki inge ingeborg inigo inmaculada ioanna ioannis iolanda
ippolita iracema irineu isaias isaura isidora isidro ismenia isotta iva ivete ivone izabel jacinto
jaco jacopo jacques jair jairo jaqueline javi jeanne jens joachim joana joao joaquim joaquin joelle
johan johann johanna johannes jordi jorg jorn joseane josefa josep josue joze juana juanita judite
jules juliana julien julieta julio jurgen jussara jutta karin karsten katharina kathrin katja katrin
katsia kerstin klaas klara klaus konstantina konstantinos kostas kristel kyriaki kyriakos ladislas
laetitia lais lamberto lars laureano laureen laurent laurinda lazaro leandra leandro leda leocadia
leonarda leonardo leonor leopoldo letizia lia licia lieselotte ligia liliane lino lisandro livio
lluis lorenza loris lotte luana luciana luciano lucilia lucrecia ludovic ludovica ludovico ludwig
luigi luigia luis luisa luiz lurdes lutz luzia macarena madalena mafalda magali maite malena malte
manfred manoel manolis manolo manuel manuella marcello marcelo marcio marco marcos maren margarida
margherita margit margret mariagrazia mariano mariapia maricela marielle marike marilena marilia
marilu marinela marinella marino marinus marisa marisela maristela marlies martine martinho martino
marzia massimiliano massimo mateo mateus matheus mathieu matteo matthias matthieu mauricia mauricio
maurizio mauro maxime maximo mayra melisa merce michail michalis michel michela michele micheline
mikel milagros milene mireille mirella mirjam mirko mirto moacir modesto moises monique montserrat
murilo nadege narciso natacha natale natalino natercia natividad nazare nelia nello nereida nestor
neuza nicanor niccolo nicodemos nicolo nieves nikos nilda nilson nilton noelia noemi noemia norberto
nuno octavio odete odilia olinda olivier olympia orlanda ornella osvaldo otavio ottavia ottavio
pablo paco palmira panagiota panagiotis pancho paola paolo pascal pasquale patrice patricio patrizia
patrizio paulo pedro pepe pepita peppe petros philippe pierangelo pierluigi piero pierre pierrette
pietro pilar pio placido poul prisca priscila priscilla quim quirino rafael rafaela raffaele
raffaella raimondo raimundo rainer ramiro ramon raphael raphaela raphaelle raul regine reinaldo
reiner reinhard reinhold remigio remo renan renato renaud renzo reto ricarda riccardo rigoberto rino
rocco rocio rodolfo rodrigo rodrigues rogerio rolf romain romano romeo romina romolo romualdo roque
rosalba rosalia rosalina rosalinda rosangela rosaria rosario roselia rosella rossana rossella ruben
rudi rudolf rufino rui ruy sabine salome salvatore samuele sandrine sandro santiago santino santo
santos saverio savvas sebastiano sebastiao segolene serafim serafina serge sergio severine severino
sigrid silke silvana silvano silverio silvio simao simonetta socorro solange soledad solveig sotiris
spiridon spyros stavros stefano steffen stelios stephane stephania sueli susanne sven svenja tadeo
tatiane telma teo teodoro teofilo tercio teresinha teresio teresita teseo thais theodoros theofilos
theresia thiago thibault thierry thorsten tiago tino tiziana tiziano toinette tomasa tomaso tommaso
torben torsten toze tristao tullio ubaldo ulf ulises ulla ulrich ulrike umberto uwe valdemar
valentim valentino valerio vanda vania vasco vasilis vassilis veronique vicenta vicente victoire
vidal vincente vincenza virgilio virginie virginio vito vitor vitoria vittoria vittorio viviana
viviane volker walburga walther wanderley wenceslao werner wilhelm wilson wolfgang xavi ximena xoana
yago yannick yannis yesenia ynes yoann yohan yolande youri ysabel yvan yves zacarias zaira zeferino
zelia zoraida zulmira serhii agron vjosa arjeta
"""
"""Given names of southern and western Europe and Latin America, folded."""
