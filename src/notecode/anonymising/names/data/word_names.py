"""Names that are also English words, beyond those in ``names.lists``."""

GIVEN_WORDS = """
bunny cash chip clement comfort daisy dimple dot dusty emir flo fortune freedom gladness goodness
honor innocent kit laurel loveness marvellous miles ocean peaches penny poppy praise prosper ram
randy roman rowan saffron serenity sherry smiley spud talent tawny tudor wade wisdom woody
"""
"""Given names that are words, folded."""

SURNAME_WORDS = """
abed agha akin arab badger beadle beech beer bent binning birch bland bowler bowman buckle bulbul
bullock bunting bury butcher button canning cannon chamberlain chow cleaver cocker collier comer
cordon cotton coward cramp crisp croft crook crouch crump curry cutler dada dancer darling das
deacon deb dent dickens downer downing draper dunning dyer edge elder fang fanning fell fielding
flood foreman fowler frame freeman fuller furlong gamble gates gaunt gee gent gibbon glass glover
goodman gore gosling granger graves greaves grieve groom groves guest gunning ha haddock harden hare
hatch hawker hay heal heaps heard herd heron herring hind ho hogg holder homer hood horn hove humble
isa islam jagger jolly keen kettle kidd kiss kitchen kite lacy lad laird lander lavender lawless le
leach leaver ledger leech lever lilly limb ling lister lo loach lodge low lyons ma manners manning
masters mole monk moody mould moulding mount muse nicely nightingale nutter pace packer paddock pal
pan pang parish partridge pate peach peck peel pharaoh pick pickles pickup pierce pilgrim piper
pitcher pitt place plant player plumb pointer pound pour pretty priest proctor quirk rattan redhead
reeve rider riding roach rook roper rouse said salad salmon salter sands sawyer seaman seed sellers
senior sexton shearer sheen shin shire shone shore singleton skeet skipper slack sleigh small
smalley song sparks spears speed spittle spooner squire standish staples stead steed steel steele
steer stock stocker stocks storey stout stowe strange straw stringer sturgeon sultan swain swallow
swan sweet sweeting tailor tan tang tank tapper tempest thorn thrower tickle tiller tinker tipping
tong tooth topping toye trainer trench tripp trotter tweed twist usher vale vane villa waite wales
waller warden ware waterman wearing wedgwood weeks western wheelhouse whiting whittle wilding winder
windsor withers woodcock woodland woodman woof worthy wrench yule zulu
"""
"""Surnames that are words, folded."""

FREQUENT_NAME_WORDS = """
abed beer bent bland button cash cotton coward crisp curry darling dent dot edge elder fell flood
foreman fortune frame freedom gamble gates glass graves grieve guest heard herd holder hood horn
humble jolly keen kettle kiss kit kitchen lad leaver ledger lever lodge low manners masters moody
mould mount nicely nutter pace packer pan pang parish peach peel penny pick place plant player
pointer pound pour pretty priest ram rider riding roman said salad sellers senior serenity shore
skipper slack small song speed steel stock stocks stout strange straw swallow sweet talent tank
tapper tinker tipping tooth topping trainer trench twist usher villa wales warden ware wearing weeks
western withers worthy wrench
"""
"""Those of both that notes use as words all the time."""

COMMON_WORDS = """
abbey abbot abbots acorn acre admiral alder amber angel angels apple archer ash auntie autumn azure
babe baby bacon badger baker baldy bambi bank banks barber barn baron basil bass bay beach beans
bear beauty beaver beck bee beech beefy bell belt berry biggie bill birch biscuit bishop bishops
blade bless blessing bling bliss blondie blossom blue bluebell bluey bolt bonny bouncer bow
boxer bramble brandy briar bridge bright brightly brook bruin buckle buddy bug bull bullet
bullets bunny burger burn butler button buzz candy cannon canon captain cardinal carrot carver cash
castle cat chalk champ champion chance charity chase cheeky cherry chief chip chips chirpy christmas
chubby church clay cliff cloud clover coast cobra cocoa coffee collier colonel comet comfort
constance cookie cooper copse corporal cosmic cottage cotton court cow crimson cross crow crystal
curly cutie daisy dale dancer darling dash deacon dean dear demon denim destiny devil diamond diesel
divine doc dock dodger dog doll dolly don donkey dopey dozy dragon drew drummer duchess duck
ducky duke dusky dusty dwarf dyer eagle earl early easter eden elf elm emerald exodus fairy faith
falcon falconer farm farmer fatty favour felicity fen fern field fields fighter finch fish fishy
flash flint fly ford forest forester fortune fosters fowler fox foxy frank friday frog frost frosty
galaxy garden gardener gardens garnet gene gentle ghost ghoul giant gift ginger
glazier glen gnome goat goblin golden good goodman goose goosey grace grant green groom grove grubby
grumpy guinness gunner guv guy hail happy harbour hare harmony haven hawk hazel heath
heather heaven hill hog holly honey honor honour hook hooper hope horse hunter indigo innocent
ivory ivy jack jade jester jewel joiner joker jolly joy justice keen kestrel king
kings knight knobby knowledge lace lady lake lamb lance lane lanky laser late lavender leather lefty
lemon liberty lily limpy lion lodge lofty lord love lovely loving lucky magic magpie major mama
manor mariner mark marmite marsh marshal marshall marshes marvellous meadow melody mercy merry
messiah midge midnight mill miller miner mint missile misty mocha mole monday monk moody moon moor
moss mount mouse mouser muddy muscles nail nana needle nettle nick nickel nobby noble noodle noon
nugget nun nutty oak ogre olive onion opal orange orchard otter page painter pal panther papa
paradise park parsley parson pat patience pea peach peak pear pearl pebble penny pepper perfect
petal pickle pier pig pigeon piggy pike pilot pin pink pistol pixie player plum plumber pond pony
pool pope poppy pops port porter potato pound praise precious priest primrose prince princess
printer prosper prudence pudding purple python quay queen quick quid rabbit racer radar rain rainy
ram ranger rapid rat ratty raven ray razor red reeve ribbon rich rider ridge river road rob robin
rock rocket rocky roofer rook rose rowan royal ruby runner rusty saddler sadler sage sailor saint
salmon sand sandy sapphire satin sausage scarlet sergeant shandy shark sharp shearer sherry
shore shorty shot silk silver singer skater skinny skipper sky slater sleepy sleet slim smart smiley
smoke smokey snake snow snowy sonic sonny sparks sparky sparrow specs speedy spider spike
spinner spring sprout spud square squire squirrel star stark stars steady steeple sterling
stone stonemason storm stormy stout street stretch strong stumpy success sugar summer sun sunday
sunny sunset swan sweet swift tailor tank tea teal temple thatcher thistle thunder thyme tiger tiler
tiny titch toffee topaz tower trace trader treacle treasure trigger trinity troll trout truck tubby
turbo turner twitch uncle unity usher vale valet velvet verity vicar victory violet viper vodka wade
walker wall ward warden way weaver weir well whale wheelwright whisky winter wisdom wise witch witty
wizard wolf wood woods wool wren yard zip
"""
"""Plain words that somebody of a case may be called by: trades, animals, colours, weather."""
