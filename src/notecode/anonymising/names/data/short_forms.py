"""Short forms of given names that are usual in Britain."""

SHORT_FORMS = """
abigail: abby abbie gail
agnieszka: aga
albert: al bert bertie
alexander: alex al sandy xander lex
alexandra: alex lexi sandra sasha
alfred: alf alfie fred
alison: ali
amanda: mandy
andrew: andy drew
angela: angie ange
anthony: tony ant
antonia: toni
arthur: art
barbara: babs barb
barry: baz bazza
benjamin: ben benny
bartholomew: bart barty
bernadette: bernie
bernard: bernie
beverley: bev
bradley: brad
brian: bri
callum: cal
cameron: cam
carol: caz
caroline: carrie caz caro
catherine: cath cathy kate katie cat
charles: charlie chas chaz
charlotte: charlie lottie char
christina: chris chrissie tina
christine: chris chrissie
christopher: chris topher
clare: clarey
connor: con
courtney: court
daniel: dan danny
danielle: dani danni
darren: daz dazza
david: dave davey davy
deborah: debbie deb debs
debra: debbie deb debs
dennis: den
derek: del
desmond: des
dominic: dom
donald: don donny
douglas: doug
edward: ed eddie ted teddy ned
eleanor: ellie nell elle
elizabeth: liz lizzie beth betty eliza libby lisa betsy
ellen: ellie nell
emily: em emmy millie
emma: em
francesca: fran frankie
frances: fran
francis: frank frankie
frederick: fred freddie
gareth: gaz
gary: gaz gazza
gavin: gav
geoffrey: geoff
george: georgie
georgina: georgie georgia gina
gerald: gerry
gerard: gerry ger
gillian: gill jill gilly
graham: gray
gregory: greg
hannah: han
harold: harry hal
harriet: hattie harri
henry: harry hal
isabella: bella izzy izzie isabel
isabelle: bella izzy izzie
jacqueline: jackie jacqui
jack: jackie
jacob: jake
james: jim jimmy jamie jim jem
jamie: jay
janet: jan
janice: jan
jason: jay jase
jayden: jay
jeffrey: jeff
jennifer: jen jenny jenni
jeremy: jez jeremy jem
jessica: jess jessie
joanna: jo joey
joanne: jo joey
john: johnny jack jon
jonathan: jon jonny john
jordan: jord
joseph: joe joey
josephine: jo josie
joshua: josh
judith: judy jude
julia: jules
julian: jules
julie: jules
katherine: kate katie kathy kath kat kitty
kathleen: kath kathy
kathryn: kath kathy kate katie
katie: kate
kayleigh: kay
keith: keithy
kelly: kel
kenneth: ken kenny
kevin: kev
kimberley: kim kimmy
krzysztof: kris chris
laura: lau
lauren: loz laur
lawrence: larry laurie loz
leanne: lea
leonard: len lenny leo
leslie: les
lesley: les
lewis: lew
lindsay: linds
linda: lin
louise: lou lulu
lucy: luce
lynne: lyn
madeleine: maddie
magdalena: magda
malcolm: mal malc
margaret: maggie meg peggy marge
marcus: marc
martin: marty mart
mateusz: mat
matthew: matt matty
megan: meg
melanie: mel
melissa: mel mels
michael: mike mick mickey micky mikey
michelle: shell chelle
mitchell: mitch
mohammed: mo mohammad muhammad mohamed
natalie: nat
natasha: tash tasha nat
nathan: nate nath
nicholas: nick nicky
nicola: nic nicky nikki
norman: norm
oliver: ollie olly
olivia: liv livvy
pamela: pam
patricia: pat trish tricia patsy patty
patrick: pat paddy rick
paul: pauly paulie
penelope: penny
peter: pete
philip: phil pip
phillip: phil pip
philippa: pip pippa
rachael: rach
rachel: rach
raymond: ray
rebecca: becky becca bex
richard: rich rick ricky richie dick
robert: rob bob bobby robbie bert
roberta: bobbie
ronald: ron ronnie
rosemary: rose rosie
russell: russ
samantha: sam sammy
samuel: sam sammy
sandra: sandy
sara: saz
sarah: saz
sebastian: seb
sharon: shaz shazza
simon: si
stacey: stace
stanley: stan
stephanie: steph stevie
stephen: steve stevie ste
steven: steve stevie ste
stuart: stu stewart
stewart: stu
susan: sue susie suzie suz
suzanne: sue suzie suz
teresa: terri tess tessa
terence: terry tel
terry: tel
theodore: theo ted teddy
theresa: terri tess tessa
thomas: tom tommy
timothy: tim timmy
tobias: toby
tracey: trace
tracy: trace
trevor: trev
tyler: ty
valerie: val
vanessa: ness nessa
veronica: ronnie vee
victor: vic
victoria: vicky vicki tori vic vikki
vincent: vince vinny
vivienne: viv
walter: wally walt
wayne: wazza
william: will bill billy willy liam wills
yvonne: vonnie
zachary: zac zach zak
"""
"""Lines of a full name and, after a colon, its short forms, folded."""
