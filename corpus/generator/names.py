"""Names of the variety that is met in the United Kingdom, and how they are written."""

import unicodedata

from .dice import Dice

# tradition: men's names, women's names, surnames
TRADITIONS: dict[str, tuple[str, str, str]] = {
    "english": (
        "Darren Lee Wayne Craig Shaun Ryan Liam Stephen Matthew Daniel Michael Robert Andrew Carl "
        "Gavin Neil Dean Callum Kieran Jamie Anthony Thomas Joseph Nathan Scott Gareth Simon Lewis",
        "Kelly Stacey Donna Gemma Lisa Michelle Rebecca Samantha Katie Leanne Jodie Natalie Tracey "
        "Victoria Elizabeth Jennifer Amanda Nicola Hayley Zoe Charlotte Danielle Kirsty Louise",
        "Hartley Barker Pickering Doyle Whitmore Thorpe Ellison Marsh Dawson Hibbert Tanner "
        "Ramsden Holt Ashworth Fielding Kirkham Lomax Peel Stokes Garside Sutcliffe Pryor Wheeldon",
    ),
    "welsh": (
        "Gethin Rhodri Ieuan Dylan Huw Owain Geraint Siôn Iwan Emyr",
        "Cerys Sioned Rhian Angharad Bethan Carys Lowri Ffion Nerys Siân",
        "Llewellyn Pritchard Gwyther Prosser Bevan Vaughan Probert Meredith Cadwaladr Gethin",
    ),
    "irish": (
        "Declan Padraig Brendan Eoin Ciaran Seán Cormac Niall",
        "Siobhán Aoife Niamh Bríd Orla Róisín Sinéad Caoimhe",
        "O'Driscoll O'Rourke O'Shea McGinty Gallagher Brennan Mac_Aodha O'Hanlon",
    ),
    "polish": (
        "Łukasz Paweł Tomasz Krzysztof Marcin Bartosz Rafał",
        "Agnieszka Małgorzata Kasia Beata Joanna Żaneta Wioletta",
        "Wójcik Zieliński Dąbrowska Kaczmarek Szymański Woźniak Głowacka",
    ),
    "romanian": (
        "Ionuț Gheorghe Marius Florin Bogdan Cătălin",
        "Ioana Mihaela Ștefania Andreea Luminița Roxana",
        "Munteanu Bălan Rusu Dumitrescu Țurcanu Stoica",
    ),
    "south_asian": (
        "Imran Tariq Harpreet Sukhdev Rajesh Kamran Mohammed Bilal Jaswinder Nadeem",
        "Saima Parveen Harjit Nasreen Priya Rukhsana Shabnam Simran Farzana Aneesa",
        "Hussain Begum Dhillon Mahmood Chowdhury Sandhu Patel Iqbal Ahmed Randhawa",
    ),
    "african": (
        "Tendai Kwame Emeka Abdi Olumide Tafadzwa Yusuf Chidi",
        "Precious Ngozi Abena Folasade Hodan Rutendo Blessing Amina",
        "Okonkwo Mensah Moyo Adeyemi Warsame Nkemelu Chikwanha Owusu",
    ),
    "kurdish_arabic": (
        "Karwan Hiwa Mahmoud Bashar Rebwar Khalid Dilshad",
        "Shilan Layla Nasrin Rania Berivan Hanan Zahra",
        "Al-Sayed Rashid Barzinji Haddad El-Amin Qadir Aziz",
    ),
    "caribbean": (
        "Leroy Winston Delroy Marlon Tyrone Errol",
        "Shanice Marcia Latoya Yvonne Shereen Chantelle",
        "Campbell Grant-Morris Bailey Francis Clarke-Reid Gayle",
    ),
}
WEIGHTS = (
    ("english", 11.0),
    ("welsh", 2.0),
    ("irish", 1.6),
    ("polish", 1.6),
    ("romanian", 1.2),
    ("south_asian", 2.6),
    ("african", 1.6),
    ("kurdish_arabic", 1.2),
    ("caribbean", 1.2),
)
CHILDREN = (
    "Tyler Kayden Alfie Riley Mason Archie Jayden Logan Finley Kian Harvey Zac",
    "Ellie-Mae Lacey Amelia Poppy Maisie Tia Lexi Scarlett Evie Ruby Skye Millie",
)
HYPHENATED = ("Barton-Hughes", "Lloyd-Jones", "Price-Walker", "Cole-Thompson", "Reid-Mensah")
# first names that are also words of a case note, dealt out to chosen people
WORD_NAMES_M = ("Will", "Mark", "Drew", "Bill", "Rob", "Jack", "Pat", "Frank", "Max", "Guy")
WORD_NAMES_F = ("April", "Grace", "Hope", "Precious", "Joy", "Faith", "Summer", "Rose", "Dawn")
DIMINUTIVES = {
    "Stephen": "Ste", "Matthew": "Matt", "Daniel": "Danny", "Michael": "Mick", "Robert": "Bob",
    "Andrew": "Andy", "Anthony": "Tony", "Thomas": "Tommy", "Joseph": "Joey", "Nathan": "Nate",
    "Rebecca": "Becky", "Samantha": "Sam", "Katie": "Kate", "Victoria": "Vicky", "Nicola": "Nicky",
    "Elizabeth": "Liz", "Jennifer": "Jen", "Amanda": "Mandy", "Charlotte": "Charlie",
    "Danielle": "Dani", "Mohammed": "Mo", "Krzysztof": "Krzys", "Tomasz": "Tomek",
    "Małgorzata": "Gosia", "Agnieszka": "Aga", "Gheorghe": "George", "Mihaela": "Miha",
    "Harpreet": "Harry", "Jaswinder": "Jas", "Sukhdev": "Suki", "Tafadzwa": "Taffy",
    "Christopher": "Chris", "Ieuan": "Yanto", "Ellie-Mae": "Ellie", "Amelia": "Millie",
    "Will": "Willy", "Bill": "Billy", "Olumide": "Olu", "Michelle": "Shell", "Donna": "Don",
    "Darren": "Daz", "Craig": "Craigy", "Gavin": "Gav", "Wayne": "Wayney", "Shaun": "Shauny",
    "Mahmoud": "Mo", "Cătălin": "Cata", "Simon": "Si", "Padraig": "Paddy", "Jack": "Jacko",
    "Gareth": "Gaz", "Kieran": "Kez", "Jamie": "Jay", "Drew": "Drewy", "Rob": "Robbo",
}  # fmt: skip
NATIONS = {
    "english": ("Scottish", "English", "Irish"),
    "welsh": ("Welsh",),
    "irish": ("Irish",),
    "polish": ("Polish",),
    "romanian": ("Romanian",),
    "south_asian": ("Pakistani", "Indian", "Bangladeshi"),
    "african": ("Nigerian", "Ghanaian", "Zimbabwean"),
    "kurdish_arabic": ("Kurdish", "Iraqi", "Syrian"),
    "caribbean": ("Jamaican", "Barbadian"),
}
BYNAMES = ("Spud", "Titch", "Ginge", "Macca", "Chalky", "Smudge", "Bez", "Jonno", "Taz")
_FOLDS = {"Ł": "L", "ł": "l", "ß": "ss"}


def pool(tradition: str, woman: bool) -> list[str]:
    """First names of a tradition."""
    return TRADITIONS[tradition][1 if woman else 0].split()


def surname(dice: Dice, tradition: str) -> str:
    """A surname of a tradition; now and then a double-barrelled one."""
    if tradition in ("english", "welsh") and dice.chance(0.12):
        return dice.pick(HYPHENATED)
    return dice.pick(TRADITIONS[tradition][2].split()).replace("_", " ")


def folded(name: str) -> str:
    """The name without its accents, as a keyboard without them writes it."""
    plain = "".join(_FOLDS.get(c, c) for c in name)
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def misspelt(name: str, dice: Dice) -> str:
    """The name with one letter doubled, dropped, or swapped with its neighbour."""
    at = dice.between(1, len(name) - 2)
    if not (name[at].isalpha() and name[at + 1].isalpha()):
        at = 1
    how = dice.between(0, 2)
    if how == 0:
        return name[:at] + name[at] + name[at:]
    if how == 1 or name[at] == name[at + 1]:
        return name[:at] + name[at + 1 :]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
