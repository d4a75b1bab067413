using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;

namespace HealthCode.Web.Printing.Stickers;

/// <summary>不干胶 — layout of stickers on a sheet or a thermal roll, where each label is a page (A4 sheets: Avery 3474, 3490, L7160, L7161, L7163). Add
/// new sizes to <see cref="All"/>.</summary>
/// <param name="Product">Description for the user's choice.</param>
/// <param name="Paper">The sheet, or one label of the roll.</param>
/// <param name="Grid">Positions of the labels.</param>
/// <param name="Label">Size of a label, mm.</param>
/// <param name="Margin">White margin inside a label, mm; 5 for sheets without outer margins.</param>
/// <param name="DotsPerMillimetre">Resolution of a thermal printer; null for a page printer.</param>
public sealed record StickerSheet(
    PrintProduct Product, Paper Paper, SheetGrid Grid, (double Width, double Height) Label, double Margin, int? DotsPerMillimetre = null) : ISheetDesign
{
    /// <summary>All layouts.</summary>
    public static IReadOnlyList<StickerSheet> All { get; } =
    [
        OnA4("24-70x37", "70 × 37", new(3, 8, (0, 0), (70, 37)), (70, 37), 5),
        OnA4("24-70x36", "70 × 36", new(3, 8, (0, 4.43), (70, 36)), (70, 36), 4.5),
        OnA4("21-63x38", "63.5 × 38.1", new(3, 7, (7.48, 15.49), (66.04, 38.1)), (63.5, 38.1), 3),
        OnA4("18-63x46", "63.5 × 46.6", new(3, 6, (7.4, 8.1), (65.9, 46.7)), (63.5, 46.6), 3),
        OnA4("14-99x38", "99.1 × 38.1", new(2, 7, (3.35, 15.17), (103.0, 38.1)), (99.1, 38.1), 4),
        OnRoll("roll-60x40", Paper.Roll60),
        OnRoll("roll-50x30", Paper.Roll50),
    ];

    /// <summary>Whether it is for a thermal label printer, for which a bitmap can be created.</summary>
    public bool IsThermal => DotsPerMillimetre is not null;

    public void Draw(IReadOnlyList<IReadOnlyList<HealthPass?>> sheets, SheetJob job, Stream to)
    {
        using var document = Typography.Document("核验贴");
        using var codes = job.Codes(sheets);
        for (var i = 0; i < sheets.Count; i++)
        {
            using (var page = document.Page(Paper))
            {
                page.Calibrate(job.Calibration);
                var canvas = new PdfCanvas(page);
                for (var place = 0; place < sheets[i].Count; place++)
                {
                    if (sheets[i][place] is { } pass)
                    {
                        Sticker.Draw(canvas, pass, codes.Next(), Grid.At(place), Label, Margin, DotsPerMillimetre);
                    }
                }
            }

            document.PackLastPage();
            job.ReportDone(i + 1);
        }

        document.SaveTo(to);
    }

    /// <summary>One label as a black-and-white PNG in the resolution of the thermal printer.</summary>
    /// <exception cref="InvalidOperationException">Not a thermal roll.</exception>
    public byte[] Dots(HealthPass pass, string code)
    {
        var dots = DotsPerMillimetre ?? throw new InvalidOperationException("only a thermal roll has dots");
        using var canvas = new BitmapCanvas(Paper);
        Sticker.Draw(canvas, pass, QrCode.Of(code), Grid.At(0), Label, Margin, dots);
        return canvas.Png();
    }

    private static StickerSheet OnA4(string code, string size, SheetGrid grid, (double Width, double Height) label, double margin) =>
        new(PrintProduct.Stickers("sticker-" + code, $"核验贴 A4 {grid.Count} 格 {size} mm", $"A4 不干胶 {grid.Count} 格 {size}", grid.Count), Paper.A4, grid, label, margin);

    private static StickerSheet OnRoll(string code, Paper label) =>
        new(PrintProduct.Stickers("sticker-" + code, $"核验贴 热敏卷 {label.Width:0} × {label.Height:0} mm", $"热敏标签 {label.Width:0} × {label.Height:0}", 1), label, new(1, 1, (0, 0), (label.Width, label.Height)), (label.Width, label.Height), 1.5, BitmapCanvas.DotsPerMillimetre);
}
