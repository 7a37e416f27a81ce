"""Names that are also English words, beyond those in ``name_lists``."""

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
