/// The sector committees of the mid-2000s, by sector (DOMAIN, *Employer services*; seed 586-592). The codes of industries
/// that each covers are ours [?]: the sources name sectors alone.
enum QuebecCommittees {
    struct Committee {
        let code: String
        let name: String
        let nameEnglish: String
        let sector: String
        let scian: [String]

        init(_ code: String, _ name: String, _ nameEnglish: String, sector: String, scian: [String]) {
            self.code = code
            self.name = name
            self.nameEnglish = nameEnglish
            self.sector = sector
            self.scian = scian
        }
    }

    static let all: [Committee] = [
        Committee(
            "aerospatiale", "Comité sectoriel de l'aérospatiale", "Aerospace committee", sector: "Aérospatiale",
            scian: ["3364"]),
        Committee(
            "amenagement-forestier", "Comité sectoriel de l'aménagement forestier", "Forestry committee", sector: "Aménagement forestier",
            scian: ["113", "1153"]),
        Committee(
            "caoutchouc", "Comité sectoriel du caoutchouc", "Rubber committee", sector: "Caoutchouc",
            scian: ["3262"]),
        Committee(
            "chimie", "Comité sectoriel de la chimie, de la pétrochimie et du raffinage", "Chemicals, petrochemicals and refining committee", sector: "Chimie, pétrochimie, raffinage",
            scian: ["324", "325"]),
        Committee(
            "commerce-detail", "Comité sectoriel du commerce de détail", "Retail committee", sector: "Commerce de détail",
            scian: ["44", "45"]),
        Committee(
            "commerce-alimentation", "Comité sectoriel du commerce de l'alimentation", "Food retail committee", sector: "Commerce de l'alimentation",
            scian: ["445"]),
        Committee(
            "communications-graphiques", "Comité sectoriel des communications graphiques", "Graphic communications committee", sector: "Communications graphiques",
            scian: ["323"]),
        Committee(
            "culture", "Comité sectoriel de la culture", "Culture committee", sector: "Culture",
            scian: ["71"]),
        Committee(
            "economie-sociale", "Comité sectoriel de l'économie sociale et de l'action communautaire", "Social economy and community action committee", sector: "Économie sociale, action communautaire",
            scian: ["624", "813"]),
        Committee(
            "environnement", "Comité sectoriel de l'environnement", "Environment committee", sector: "Environnement",
            scian: ["562"]),
        Committee(
            "fabrication-metallique", "Comité sectoriel de la fabrication métallique industrielle", "Industrial metal manufacturing committee", sector: "Fabrication métallique industrielle",
            scian: ["332", "333"]),
        Committee(
            "horticulture", "Comité sectoriel de l'horticulture ornementale", "Ornamental horticulture committee", sector: "Horticulture ornementale",
            scian: ["1114", "56173"]),
        Committee(
            "electrique-electronique", "Comité sectoriel de l'industrie électrique et électronique", "Electrical and electronics committee", sector: "Électrique et électronique",
            scian: ["334", "335"]),
        Committee(
            "maritime", "Comité sectoriel de l'industrie maritime", "Maritime committee", sector: "Industrie maritime",
            scian: ["483"]),
        Committee(
            "mines", "Comité sectoriel des mines", "Mining committee", sector: "Mines",
            scian: ["212"]),
        Committee(
            "textile", "Comité sectoriel du textile", "Textile committee", sector: "Textile",
            scian: ["313", "314"]),
        Committee(
            "metallurgie", "Comité sectoriel de la métallurgie", "Metallurgy committee", sector: "Métallurgie",
            scian: ["331"]),
        Committee(
            "peches", "Comité sectoriel des pêches", "Fisheries committee", sector: "Pêches",
            scian: ["114", "3117"]),
        Committee(
            "plasturgie", "Comité sectoriel de la plasturgie", "Plastics committee", sector: "Plasturgie",
            scian: ["3261"]),
        Committee(
            "bois-meubles", "Comité sectoriel des portes, fenêtres, meubles et armoires de cuisine", "Doors, windows, furniture and kitchen cabinets committee", sector: "Portes, fenêtres, meubles, armoires",
            scian: ["337"]),
        Committee(
            "agriculture", "Comité sectoriel de l'agriculture", "Agriculture committee", sector: "Agriculture",
            scian: ["111", "112"]),
        Committee(
            "pharmaceutique", "Comité sectoriel des produits pharmaceutiques et de la biotechnologie", "Pharmaceuticals and biotechnology committee", sector: "Pharmaceutique, biotechnologie",
            scian: ["3254"]),
        Committee(
            "services-automobiles", "Comité sectoriel des services automobiles", "Automotive services committee", sector: "Services automobiles",
            scian: ["8111"]),
        Committee(
            "soins-personnels", "Comité sectoriel des soins personnels", "Personal care committee", sector: "Soins personnels",
            scian: ["8121"]),
        Committee(
            "tic", "Comité sectoriel des technologies de l'information et des communications", "ICT committee", sector: "Technologies de l'information et des communications",
            scian: ["51", "5415"]),
        Committee(
            "tourisme", "Comité sectoriel du tourisme", "Tourism committee", sector: "Tourisme",
            scian: ["721", "722"]),
        Committee(
            "transformation-alimentaire", "Comité sectoriel de la transformation alimentaire", "Food processing committee", sector: "Transformation alimentaire",
            scian: ["311", "312"]),
        Committee(
            "transformation-bois", "Comité sectoriel de la transformation du bois", "Wood processing committee", sector: "Transformation du bois",
            scian: ["321"]),
        Committee(
            "transport-ferroviaire", "Comité sectoriel du transport ferroviaire", "Rail transport committee", sector: "Transport ferroviaire",
            scian: ["482"]),
        Committee(
            "transport-routier", "Comité sectoriel du transport routier", "Road transport committee", sector: "Transport routier",
            scian: ["484", "485"]),
    ]
}
