"""The words that made-up firms are named with, and the industries (SCIAN) that go with them. No firm is meant."""

# What a firm does, its SCIAN code.
TRADES = [
    ("Construction", "236110"), ("Constructions", "236220"), ("Excavation", "238910"), ("Toitures", "238160"),
    ("Plomberie", "238220"), ("Électricité", "238210"), ("Peinture", "238320"), ("Rénovations", "236110"),
    ("Maçonnerie", "238140"), ("Menuiserie", "238350"), ("Ébénisterie", "337123"), ("Soudure", "332999"),
    ("Usinage", "332710"), ("Ferronnerie", "332329"), ("Fonderie", "331511"), ("Acier", "332319"),
    ("Plastiques", "326198"), ("Imprimerie", "323119"), ("Textiles", "313230"), ("Confection", "315220"),
    ("Chaussures", "316210"), ("Meubles", "337126"), ("Scierie", "321111"), ("Portes et fenêtres", "321911"),
    ("Boulangerie", "311811"), ("Pâtisserie", "311811"), ("Fromagerie", "311515"), ("Laiterie", "311511"),
    ("Boucherie", "445210"), ("Charcuterie", "311614"), ("Érablière", "111994"), ("Ferme", "112120"),
    ("Serres", "111422"), ("Vergers", "111330"), ("Pêcheries", "114114"), ("Abattoir", "311611"),
    ("Transport", "484110"), ("Camionnage", "484121"), ("Déménagement", "484210"), ("Taxi", "485310"),
    ("Autobus", "485410"), ("Messagerie", "492110"), ("Entreposage", "493110"), ("Garage", "811111"),
    ("Carrosserie", "811121"), ("Pneus", "441320"), ("Automobiles", "441110"), ("Motoneiges", "441220"),
    ("Quincaillerie", "444130"), ("Matériaux", "444190"), ("Épicerie", "445110"), ("Marché", "445110"),
    ("Dépanneur", "445120"), ("Pharmacie", "446110"), ("Fleuriste", "453110"), ("Librairie", "451310"),
    ("Boutique", "448120"), ("Bijouterie", "448310"), ("Optique", "446130"), ("Restaurant", "722511"),
    ("Casse-croûte", "722512"), ("Café", "722512"), ("Traiteur", "722320"), ("Auberge", "721114"),
    ("Motel", "721114"), ("Camping", "721211"), ("Pourvoirie", "721212"), ("Traversier", "483115"),
    ("Informatique", "541514"), ("Logiciels", "511210"), ("Multimédia", "541510"), ("Génie-conseil", "541330"),
    ("Architecture", "541310"), ("Arpentage", "541370"), ("Comptabilité", "541212"), ("Assurances", "524210"),
    ("Publicité", "541810"), ("Design", "541420"), ("Traduction", "541930"), ("Recrutement", "561310"),
    ("Entretien ménager", "561722"), ("Paysagement", "561730"), ("Sécurité", "561612"), ("Recyclage", "562920"),
    ("Forages", "213117"), ("Mines", "212220"), ("Carrières", "212314"), ("Foresterie", "113311"),
    ("Reboisement", "115310"), ("Aéronautique", "336410"), ("Électronique", "334410"), ("Instruments", "334512"),
    ("Produits chimiques", "325190"), ("Cosmétiques", "325620"), ("Emballages", "322211"), ("Papiers", "322121"),
    ("Verre", "327215"), ("Béton", "327320"), ("Climatisation", "238220"), ("Ascenseurs", "238291"),
    ("Garderie", "624410"), ("Résidence", "623310"), ("Clinique", "621110"), ("Physiothérapie", "621340"),
    ("Laboratoire", "621510"), ("Coiffure", "812114"), ("Esthétique", "812115"), ("Buanderie", "812310"),
    ("Photographie", "541920"), ("Théâtre", "711111"), ("Centre de ski", "713920"), ("Golf", "713910"),
    ("École de conduite", "611690"), ("Formation", "611420"), ("Ambulances", "621911"), ("Salon funéraire", "812210"),
]

FAMILIES = """
Tremblay Gagnon Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Ouellet Pelletier Bélanger Lévesque Bergeron Leblanc
Paquette Girard Simard Boucher Caron Beaulieu Cloutier Dubé Poirier Fournier Lapointe Leclerc Lefebvre Poulin Thibault
St-Pierre Nadeau Martin Landry Bédard Bernier Grenier Lessard Michaud Hébert Desjardins Couture Turcotte Lachance Parent
Blais Gosselin Savard Proulx Beaudoin Demers Perron Boudreau Picard Langlois Charbonneau Dufour Plante Mercier Lemieux
Champagne Giroux Villeneuve Guay Audet Deschênes Arsenault Thériault Cyr Lambert Gendron Bilodeau Gilbert Dion Daigle
Rousseau Dionne Ménard Veilleux Vachon Drolet Rioux Castonguay Doyon Allard Labrecque Marcoux Maltais Trudel Houle
Vaillancourt Bolduc Jobin Robitaille Beauchamp Racine Provost Brisson Chartrand Lafleur Laflamme Laliberté Latulippe
Ladouceur Labonté Jolicoeur Sansregret Vadeboncoeur Lajeunesse Laframboise Laforest Laforge Larivière Lamontagne Desrochers
Desruisseaux Duchesne Dumoulin Dupont Duval Francoeur Frenette Gaudreault Gervais Gingras Godin Goulet Gravel Guérin
Hamel Hardy Harvey Huot Imbeault Jacques Jutras Juneau Kirouac Labbé Labelle Lacasse Lacroix Laferrière Lalonde Lamarche
Lamoureux Lanctôt Laplante Laroche Larose Larouche Latour Laurin Lauzon Lebel Leboeuf Leduc Legault Lemay Lépine Leroux
Letendre Létourneau Loiselle Longpré Lord Lortie Lussier Mailhot Mailloux Maheux Marchand Marois Massé Mathieu Mathon
Mayrand Meunier Monette Montpetit Moreau Morissette Nolet Normand Olivier Pagé Papineau Paradis Paré Patry Payette
Perreault Perras Petit Pilon Pineault Poitras Pouliot Prévost Quesnel Quirion Raymond Renaud Richard Rivard Robert
Rochon Rodrigue Rondeau Roussel Routhier Sabourin Samson Séguin Sénécal Sévigny Sirois Soucy Sylvestre Talbot Tanguay
Tardif Tellier Tessier Théberge Therrien Tousignant Tougas Trépanier Trottier Turgeon Vallée Vallières Verreault Vézina
Viau Viens Vigneault Vincent Nguyen Tran Pham Diallo Traoré Haddad Khoury Benali Mansour Rossi Ricci Ferrari Papadakis
Silva Ferreira Garcia Lopez Singh Patel Awashish Ottawa Vollant Kanapé Rock O'Connor O'Neill Murphy Campbell Fraser
""".split()

GIVEN = """
Alain André Annie Benoît Bernard Carole Chantal Claude Daniel Denis Diane Dominique Éric François Gaétan Ghislain Gilles
Guylaine Hélène Isabelle Jacques Jean-Guy Jean-Marc Jocelyn Josée Julie Lise Louise Luc Lucie Manon Marc-André Marcel
Marie-Ève Mario Martine Mélanie Michel Nathalie Normand Pascal Patrice Pierre-Luc Raynald Réjean Rémi Robert Sébastien
Serge Sonia Stéphane Suzanne Sylvain Sylvie Valérie Yvan Yves Yvon
""".split()

# An administrative region, its towns: a local office in each, and names of firms.
TOWNS = {
    "01": ["Rimouski", "Matane", "Rivière-du-Loup", "Amqui", "Mont-Joli", "Trois-Pistoles"],
    "02": ["Saguenay", "Alma", "Roberval", "Dolbeau", "La Baie", "Jonquière"],
    "03": ["Québec", "Beauport", "Sainte-Foy", "Baie-Saint-Paul", "Portneuf", "Charlesbourg"],
    "04": ["Trois-Rivières", "Shawinigan", "Louiseville", "La Tuque", "Grand-Mère"],
    "05": ["Sherbrooke", "Magog", "Coaticook", "Lac-Mégantic", "Asbestos", "Windsor"],
    "06": ["Montréal", "Verdun", "Rosemont", "Ahuntsic", "Lachine", "Anjou", "Hochelaga", "Saint-Laurent"],
    "07": ["Gatineau", "Hull", "Maniwaki", "Buckingham", "Campbell's Bay"],
    "08": ["Rouyn-Noranda", "Val-d'Or", "Amos", "La Sarre", "Ville-Marie", "Senneterre"],
    "09": ["Sept-Îles", "Baie-Comeau", "Forestville", "Port-Cartier", "Havre-Saint-Pierre"],
    "10": ["Chibougamau", "Chapais", "Matagami", "Lebel-sur-Quévillon"],
    "11": ["Gaspé", "Chandler", "Bonaventure", "Sainte-Anne-des-Monts", "Îles-de-la-Madeleine"],
    "12": ["Lévis", "Saint-Georges", "Thetford Mines", "Montmagny", "Sainte-Marie", "L'Islet"],
    "13": ["Laval", "Chomedey", "Sainte-Rose"],
    "14": ["Joliette", "Repentigny", "Terrebonne", "Berthierville", "Rawdon"],
    "15": ["Saint-Jérôme", "Mont-Laurier", "Sainte-Thérèse", "Lachute", "Sainte-Agathe"],
    "16": ["Longueuil", "Saint-Jean", "Saint-Hyacinthe", "Granby", "Valleyfield", "Sorel", "Vaudreuil", "Châteauguay"],
    "17": ["Drummondville", "Victoriaville", "Bécancour", "Nicolet", "Plessisville"],
}

# How many firms in a thousand a region has, about.
WEIGHTS = {
    "01": 25, "02": 33, "03": 92, "04": 32, "05": 40, "06": 250, "07": 42, "08": 20, "09": 12, "10": 6, "11": 12, "12": 56,
    "13": 50, "14": 60, "15": 70, "16": 165, "17": 35,
}

SYLLABLES = "No Vo Ta Li Mo Ra Ki Zo Sol Vex Tri Nor Bor Al Tek Lum Ser Max Dyn Pro Quo Ven Cor Dal Fi Gam".split()
ENDINGS = ["tek", "via", "nova", "plex", "son", "mat", "tron", "pro", "gestion", "lab", "mec", "bois", "cité", "soft"]

# The measures of the template's catalogue, how often in a thousand, and how many days an intervention lasts at most.
MEASURES = [
    ("mfor", 330, 200), ("recrutement", 170, 60), ("gprh", 140, 240), ("maintien", 90, 180), ("competences", 90, 365),
    ("diversite", 40, 180), ("concertation", 35, 240), ("apprentissage-reglemente", 35, 365), ("economie-sociale", 25, 365),
    ("duree-emploi", 20, 120), ("artt", 10, 365), ("car", 10, 240), ("projets-majeurs", 5, 500),
]
