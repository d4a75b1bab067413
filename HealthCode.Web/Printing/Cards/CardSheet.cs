using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace HealthCode.Web.Printing.Cards;

/// <summary>卡纸 — how cards of a design lie on a sheet. A new size is a new row of <see cref="All"/>.</summary>
/// <param name="Product">What the office chooses by: code, title, stock, places a sheet.</param>
/// <param name="Design">What is drawn.</param>
/// <param name="Paper">On what.</param>
/// <param name="Columns">Cards side by side.</param>
/// <param name="Rows">Cards one below the other.</param>
/// <param name="Cell">One place, mm: a card, or its two sides beside each other when it is folded.</param>
/// <param name="Origin">Upper left of the first place, mm.</param>
/// <param name="Scale">The design's millimetres on this paper.</param>
/// <param name="Folded">The back stands beside the front and is folded behind it; otherwise it is on the other side of the sheet.</param>
public sealed record CardSheet(
    PrintProduct Product, CardDesign Design, Paper Paper, int Columns, int Rows, (double Width, double Height) Cell, (double X, double Y) Origin, double Scale = 1, bool Folded = false)
{
    /// <summary>Reserve for a round seal, mm (standards 4.1).</summary>
    public const double SealDiameter = 42;

    private static readonly PassCard Card = new();
    private static readonly WalletCard Wallet = new();

    public static CardSheet A6 { get; } = new(PrintProduct.Cards("a6", "A6 卡", "A6 卡纸", 1), Card, Paper.A6, 1, 1, (105, 148), (0, 0));

    /// <summary>Every sheet an office may own, the usual one first.</summary>
    public static IReadOnlyList<CardSheet> All { get; } =
    [
        A6,
        new(PrintProduct.Cards("a5", "A5 卡", "A5 卡纸", 1), Card, Paper.A5, 1, 1, (148, 210), (0, 0.7), 148.0 / 105),
        new(PrintProduct.Cards("a5-large", "大字卡（A5，给老人）", "A5 卡纸", 1), new LargePrintCard(), Paper.A5, 1, 1, (148, 210), (0, 0)),
        new(PrintProduct.Cards("a4-4", "A4 一张 4 卡（A6 大小，裁开）", "A4 卡纸", 4), Card, Paper.A4, 2, 2, (105, 148), (0, 0.5)),
        new(PrintProduct.Cards("wallet-fold", "钱包卡，正反面并排对折（A4 一张 4 卡 8 面）", "A4 卡纸", 4), Wallet, Paper.A4, 1, 4, (171.2, 53.98), (19.4, 40.54), Folded: true),
        new(PrintProduct.Cards("wallet-duplex", "钱包卡，双面打印（A4 一张 8 卡）", "A4 卡纸", 8), Wallet, Paper.A4, 2, 4, (85.6, 53.98), (19.4, 40.54)),
    ];

    /// <summary>The sheet of a product, or null.</summary>
    public static CardSheet? Of(string productCode) => All.FirstOrDefault(sheet => sheet.Product.Code == productCode);

    /// <summary>Upper left of the n-th place on a front page, from 0, mm.</summary>
    public (double X, double Y) PlaceOf(int place) =>
        (Origin.X + (place % Columns * Cell.Width), Origin.Y + (place / Columns * Cell.Height));

    /// <summary>Draws sheets into one PDF: for each its front page, and its back page unless it is folded.</summary>
    /// <param name="sheets">For each sheet its places; null leaves one empty.</param>
    /// <param name="office">Who issues them.</param>
    /// <param name="to">Takes the PDF; stays open.</param>
    /// <param name="seal">套印 (rule-table D1), or null for the dashed circle alone.</param>
    /// <param name="calibration">How this workstation's printer is off.</param>
    /// <param name="drawn">Told after each sheet how many are done.</param>
    /// <param name="stopping">Checked after each sheet.</param>
    public void Draw(
        IReadOnlyList<IReadOnlyList<HealthPass?>> sheets, Office office, Stream to, SealMark? seal = null, Calibration? calibration = null, Action<int>? drawn = null, CancellationToken stopping = default)
    {
        using var document = Typography.Document("健康通行卡");
        var front = Frame(document, side => Design.DrawFrontFrame(side, office));
        var back = Frame(document, side => Design.DrawBackFrame(side, office));
        var mark = seal is null ? null : Frame(document, side => seal(side, Design.Seal.X, Design.Seal.Y));
        for (var i = 0; i < sheets.Count; i++)
        {
            stopping.ThrowIfCancellationRequested();
            var places = sheets[i];
            DrawPage(document, places, calibration, mirrored: false, (page, pass) =>
            {
                DrawSide(page, front, side => Design.DrawFront(side, pass), mark);
                if (Folded)
                {
                    page.TranslateTransform(Paper.Points(Design.Width), 0);
                    DrawSide(page, back, side => Design.DrawBack(side, pass), null);
                }
            });
            if (!Folded)
            {
                DrawPage(document, places, calibration, mirrored: true, (page, pass) => DrawSide(page, back, side => Design.DrawBack(side, pass), null));
            }

            drawn?.Invoke(i + 1);
        }

        document.Save(to, false);
    }

    /// <summary>The PDF in memory.</summary>
    public byte[] Draw(IReadOnlyList<IReadOnlyList<HealthPass?>> sheets, Office office, SealMark? seal = null, Calibration? calibration = null)
    {
        using var stream = new MemoryStream();
        Draw(sheets, office, stream, seal, calibration);
        return stream.ToArray();
    }

    /// <summary>One card, front and back.</summary>
    public byte[] Draw(HealthPass pass, Office office, SealMark? seal = null, Calibration? calibration = null) => Draw([[pass]], office, seal, calibration);

    private XForm Frame(PdfDocument document, Action<XGraphics> draw)
    {
        var form = new XForm(document, XUnit.FromMillimeter(Design.Width), XUnit.FromMillimeter(Design.Height));
        using var side = XGraphics.FromForm(form);
        draw(side);
        return form;
    }

    private static void DrawSide(XGraphics page, XForm frame, Action<XGraphics> own, XForm? mark)
    {
        page.DrawImage(frame, 0, 0);
        own(page);
        if (mark is not null)
        {
            page.DrawImage(mark, 0, 0);
        }
    }

    /// <summary>On the back of a sheet turned over its long edge, left and right have changed places.</summary>
    private void DrawPage(PdfDocument document, IReadOnlyList<HealthPass?> places, Calibration? calibration, bool mirrored, Action<XGraphics, HealthPass> draw)
    {
        using var page = document.Page(Paper);
        page.Calibrate(calibration);
        for (var place = 0; place < places.Count; place++)
        {
            if (places[place] is { } pass)
            {
                var (x, y) = PlaceOf(mirrored ? (place / Columns * Columns) + (Columns - 1 - (place % Columns)) : place);
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

    /// <summary>Where to cut, and where to fold.</summary>
    private void DrawCuts(XGraphics page)
    {
        if (Columns * Rows == 1)
        {
            return;
        }

        var cut = new XPen(XColors.Gray, 0.3);
        var (right, bottom) = (Origin.X + (Columns * Cell.Width), Origin.Y + (Rows * Cell.Height));
        for (var column = 0; column <= Columns; column++)
        {
            Rule(page, cut, Origin.X + (column * Cell.Width), Origin.Y, Origin.X + (column * Cell.Width), bottom);
        }

        for (var row = 0; row <= Rows; row++)
        {
            Rule(page, cut, Origin.X, Origin.Y + (row * Cell.Height), right, Origin.Y + (row * Cell.Height));
        }

        if (Folded)
        {
            var middle = Origin.X + Design.Width;
            Rule(page, new(XColors.Gray, 0.5) { DashStyle = XDashStyle.Dash }, middle, Origin.Y, middle, bottom);
            Typography.Centred(page, "先沿实线裁开，再沿中间虚线对折", Paper.Points(middle), Paper.Points(Origin.Y - 4), 10);
        }
    }

    private static void Rule(XGraphics page, XPen pen, double x1, double y1, double x2, double y2) =>
        page.DrawLine(pen, Paper.Points(x1), Paper.Points(y1), Paper.Points(x2), Paper.Points(y2));
}
