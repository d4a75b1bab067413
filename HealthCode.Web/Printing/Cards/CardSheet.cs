using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HealthCode.Web.Printing.Cards;

/// <summary>卡纸 — layout of cards of a design on a sheet. Add new layouts to <see cref="All"/>.</summary>
/// <param name="Product">Code, title, stock and places per sheet, for the user's choice.</param>
/// <param name="Design">Design of the card.</param>
/// <param name="Paper">Paper size.</param>
/// <param name="Grid">Positions; each holds a card, or its two sides next to each other if it is folded.</param>
/// <param name="Scale">Scale of the design on this paper.</param>
/// <param name="Folded">Whether the back is printed next to the front to be folded; else on the other side of the sheet.</param>
public sealed record CardSheet(
    PrintProduct Product, CardDesign Design, Paper Paper, SheetGrid Grid, double Scale = 1, bool Folded = false) : ISheetDesign
{
    /// <summary>Space for a round seal, mm (DECISIONS.md D1).</summary>
    public const double SealDiameter = 42;

    private static readonly PassCard Card = new();
    private static readonly WalletCard Wallet = new();

    public static CardSheet A6 { get; } = new(PrintProduct.Cards("a6", "A6 卡", "A6 卡纸", 1), Card, Paper.A6, new(1, 1, (0, 0), (105, 148)));

    /// <summary>All layouts, the most common first.</summary>
    public static IReadOnlyList<CardSheet> All { get; } =
    [
        A6,
        new(PrintProduct.Cards("a5", "A5 卡", "A5 卡纸", 1), Card, Paper.A5, new(1, 1, (0, 0.7), (148, 210)), 148.0 / 105),
        new(PrintProduct.Cards("a5-large", "大字卡（A5，给老人）", "A5 卡纸", 1), new LargePrintCard(), Paper.A5, new(1, 1, (0, 0), (148, 210))),
        new(PrintProduct.Cards("a4-4", "A4 一张 4 卡（A6 大小，裁开）", "A4 卡纸", 4), Card, Paper.A4, new(2, 2, (0, 0.5), (105, 148))),
        new(PrintProduct.Cards("wallet-fold", "钱包卡，正反面并排对折（A4 一张 4 卡 8 面）", "A4 卡纸", 4), Wallet, Paper.A4, new(1, 4, (19.4, 40.54), (171.2, 53.98)), Folded: true),
        new(PrintProduct.Cards("wallet-duplex", "钱包卡，双面打印（A4 一张 8 卡）", "A4 卡纸", 8), Wallet, Paper.A4, new(2, 4, (19.4, 40.54), (85.6, 53.98))),
    ];

    public void Draw(IReadOnlyList<IReadOnlyList<HealthPass?>> sheets, SheetJob job, Stream to)
    {
        using var document = Typography.Document("健康通行卡");
        using var codes = job.Codes(sheets);
        // One front per version of the rules: a card keeps the wording of its issue day.
        var fronts = sheets.SelectMany(places => places).OfType<HealthPass>().Select(job.TermsOf).Distinct().ToDictionary(terms => terms, terms => Frame(document, side =>
        {
            Design.DrawFrontFrame(side, job.Office, terms);
            DrawSealPlace(side);
        }));
        var back = Frame(document, side => Design.DrawBackFrame(side, job.Office));
        for (var i = 0; i < sheets.Count; i++)
        {
            var places = sheets[i];
            DrawPage(document, places, job.Calibration, mirrored: false, (page, pass) =>
            {
                DrawSide(page, fronts[job.TermsOf(pass)], side => Design.DrawFront(side, pass, CardWords.Of(pass)));
                DrawSeal(page, job.Seal);
                if (Folded)
                {
                    page.TranslateTransform(Paper.Points(Design.Width), 0);
                    DrawSide(page, back, side => Design.DrawBack(side, pass, codes.Next()));
                }
            });
            if (!Folded)
            {
                document.PackLastPage();
                DrawPage(document, places, job.Calibration, mirrored: true, (page, pass) => DrawSide(page, back, side => Design.DrawBack(side, pass, codes.Next())));
            }

            document.PackLastPage();
            job.ReportDone(i + 1);
        }

        document.SaveTo(to, twoSided: !Folded);
    }

    /// <summary>A single card, front and back, as PDF.</summary>
    public byte[] Draw(HealthPass pass, SheetJob job)
    {
        using var stream = new MemoryStream();
        Draw([[pass]], job, stream);
        return stream.ToArray();
    }

    private XForm Frame(PdfDocument document, Action<ICardCanvas> draw)
    {
        var form = new XForm(document, XUnit.FromMillimeter(Design.Width), XUnit.FromMillimeter(Design.Height));
        using var side = XGraphics.FromForm(form);
        draw(new PdfCanvas(side));
        return form;
    }

    private static void DrawSide(XGraphics page, XForm frame, Action<ICardCanvas> own)
    {
        page.DrawImage(frame, 0, 0);
        own(new PdfCanvas(page));
    }

    /// <summary>盖章处: a dashed circle of 42 mm over the date line, kept free for the seal (DECISIONS.md D1). It does not scale with the
    /// card.</summary>
    internal void DrawSealPlace(ICardCanvas side)
    {
        var (x, y, wordY) = Design.Seal;
        side.SealPlace(x, y, SealDiameter / Scale);
        side.Hint("盖章处", x, wordY, 10);
    }

    private void DrawSeal(XGraphics page, SealPainter? seal)
    {
        if (seal is null)
        {
            return;
        }

        var state = page.Save();
        page.TranslateTransform(Paper.Points(Design.Seal.X), Paper.Points(Design.Seal.Y));
        page.ScaleTransform(1 / Scale);
        seal(page);
        page.Restore(state);
    }

    private void DrawPage(PdfDocument document, IReadOnlyList<HealthPass?> places, Calibration? calibration, bool mirrored, Action<XGraphics, HealthPass> draw)
    {
        using var page = document.Page(Paper);
        page.Calibrate(calibration);
        for (var place = 0; place < places.Count; place++)
        {
            if (places[place] is { } pass)
            {
                var (x, y) = Grid.At(mirrored ? Grid.Mirrored(place) : place);
                var state = page.Save();
                page.TranslateTransform(Paper.Points(x), Paper.Points(y));
                page.ScaleTransform(Scale);
                draw(page, pass);
                page.Restore(state);
            }
        }

        if (!mirrored)
        {
            DrawCuts(page);
        }
    }

    /// <summary>Draws cut lines, and the fold line.</summary>
    private void DrawCuts(XGraphics page)
    {
        if (Grid.Count == 1)
        {
            return;
        }

        var cut = new XPen(XColors.Gray, 0.3);
        var (left, top) = Grid.Origin;
        var (right, bottom) = (left + (Grid.Columns * Grid.Pitch.X), top + (Grid.Rows * Grid.Pitch.Y));
        for (var column = 0; column <= Grid.Columns; column++)
        {
            var x = left + (column * Grid.Pitch.X);
            Rule(page, cut, x, top, x, bottom);
        }

        for (var row = 0; row <= Grid.Rows; row++)
        {
            var y = top + (row * Grid.Pitch.Y);
            Rule(page, cut, left, y, right, y);
        }

        if (Folded)
        {
            var middle = left + Design.Width;
            Rule(page, new(XColors.Gray, 0.5) { DashStyle = XDashStyle.Dash }, middle, top, middle, bottom);
            Typography.Centred(page, "先沿实线裁开，再沿中间虚线对折", Paper.Points(middle), Paper.Points(top - 4), 10);
        }
    }

    private static void Rule(XGraphics page, XPen pen, double x1, double y1, double x2, double y2) =>
        page.DrawLine(pen, Paper.Points(x1), Paper.Points(y1), Paper.Points(x2), Paper.Points(y2));
}
