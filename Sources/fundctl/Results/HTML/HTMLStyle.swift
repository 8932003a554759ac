/// How pages look, on a screen and on paper.
///
/// Paper of any size (letter and A4 alike), with the page's title and number at its foot; heads of tables come again on
/// every sheet; a row is not cut in two. Nothing is told by colour alone.
enum HTMLStyle {
    /// `foot`: what stands at the foot of every sheet.
    static func text(isWide: Bool, foot: String) -> String {
        let page = "@page{size:\(isWide ? "landscape" : "auto");margin:16mm 15mm 18mm;"
            + "@bottom-left{content:'\(quoted(foot))';font:8pt sans-serif;color:#333}"
            + "@bottom-right{content:counter(page) ' / ' counter(pages);font:8pt sans-serif;color:#333}}"
        return screen + tables + page + paper
    }

    /// What stands between the single quotes of a string in CSS. Nothing in a style sheet may need the escapes of HTML,
    /// which are none there: so no double quote, no tag, no ampersand.
    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "'", "\"", "\\", "<", ">", "&": result += "\\" + String(scalar.value, radix: 16) + " "
            case _ where scalar.value < 0x20: break
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private static let screen = """
        :root{color-scheme:light}\
        body{font:11pt/1.45 Helvetica Neue,Arial,Liberation Sans,sans-serif;color:#111;background:#fff;margin:0}\
        main{max-width:50rem;margin:0 auto;padding:2rem 1.5rem}main.wide{max-width:72rem}\
        h1{font-size:1.5rem;line-height:1.2;margin:0 0 .9rem;overflow-wrap:anywhere}\
        h2{font-size:1.1rem;margin:1.8rem 0 .5rem;overflow-wrap:anywhere}\
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:1rem 0}\
        dt{color:#444}dd{margin:0;overflow-wrap:anywhere}\
        .mark{border:2px solid #111;padding:.4rem .7rem;font-weight:700;max-width:46rem}\
        figure{margin:1.4rem 0;max-width:46rem}figcaption{font-weight:700;margin-bottom:.3rem}\
        svg{display:block;width:100%;height:auto}\
        pre{font:8.5pt/1.35 monospace;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #bbb;padding:.6rem}
        """

    private static let tables = """
        .box{overflow-x:auto;margin:1rem 0}\
        table{border-collapse:collapse;width:100%;font-size:.87rem;line-height:1.3;font-variant-numeric:tabular-nums}\
        caption{text-align:left;font-weight:700;padding:0 0 .35rem}\
        figcaption.unseen,caption.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\
        th,td{text-align:left;vertical-align:top;padding:.22rem .5rem;border-bottom:1px solid #ccc}\
        th{font-weight:400}thead th{font-weight:700;vertical-align:bottom;border-bottom:2px solid #111}\
        table.narrow{width:auto;min-width:min(28rem,100%)}.f{width:100%}\
        .n{text-align:right;white-space:nowrap}table.few .n{min-width:7em}.w{overflow-wrap:anywhere;hyphens:auto;min-width:8em}thead .n{white-space:normal}.k{white-space:nowrap}\
        table.many{font-size:.8rem}:where(.many) th,:where(.many) td{padding-left:.32rem;padding-right:.32rem}\
        .head th,.head td{font-weight:700;border-top:1px solid #111;padding-top:.45rem}\
        .sum th,.sum td{font-weight:700;border-top:2px solid #111;border-bottom:3px double #111}\
        .d1{padding-left:1.7rem}.d2{padding-left:2.9rem}.d3{padding-left:4.1rem}.d4{padding-left:5.3rem}\
        .d5{padding-left:6.5rem}.d6{padding-left:7.7rem}
        """

    private static let paper = """
        @media print{body{font-size:9.5pt}main,main.wide{padding:0;max-width:none}.box{overflow:visible}\
        h1{font-size:15pt}h2{font-size:11.5pt;break-after:avoid}table,table.many{font-size:8.5pt}\
        tr,figure,.mark,dl,table.narrow{break-inside:avoid}dl,figure,h2+p{break-after:avoid}thead{display:table-header-group}.head{break-after:avoid}\
        tbody tr:first-child,.sum{break-before:avoid}caption,figcaption{break-after:avoid}figure{max-width:170mm}}
        """
}
