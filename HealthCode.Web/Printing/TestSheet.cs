using HealthCode.Domain.PrintRuns;
using PdfSharp.Drawing;

namespace HealthCode.Web.Printing;

/// <summary>校准测试页 — page with rulers from two edges and marks at the corners; the user measures the print and enters the deviation.</summary>
public static class TestSheet
{
    private const double Mark = 10;
    private const double RulerLength = 50;

    /// <summary>The test page for a paper size, drawn with the current calibration.</summary>
    public static byte[] Draw(Paper paper, Calibration calibration)
    {
        using var document = Typography.Document("打印机校准");
        using (var page = document.Page(paper))
        {
            page.Calibrate(calibration);
            DrawCorners(page, paper);
            DrawRuler(page, Mark, paper.Height / 2, true);
            DrawRuler(page, paper.Width / 2, Mark, false);
            DrawWords(page, paper, calibration);
        }

        return document.Bytes();
    }

    /// <summary>Crosses at the corners, 10 mm from both edges.</summary>
    private static void DrawCorners(XGraphics page, Paper paper)
    {
        foreach (var x in (double[])[Mark, paper.Width - Mark])
        {
            foreach (var y in (double[])[Mark, paper.Height - Mark])
            {
                Rule(page, x - 4, y, x + 4, y);
                Rule(page, x, y - 4, x, y + 4);
            }
        }
    }

    /// <summary>A ruler of 50 mm with a tick per mm and numbers every 10; it starts 10 mm from the edge.</summary>
    private static void DrawRuler(XGraphics page, double x, double y, bool across)
    {
        for (var i = 0; i <= RulerLength; i++)
        {
            var tick = i % 10 == 0 ? 6 : i % 5 == 0 ? 4 : 2.5;
            if (across)
            {
                Rule(page, x + i, y, x + i, y + tick);
            }
            else
            {
                Rule(page, x, y + i, x + tick, y + i);
            }

            if (i % 10 == 0)
            {
                Typography.Line(page, $"{i + Mark:0}", Paper.Points(across ? x + i - 1.5 : x + 7), Paper.Points(across ? y + 10 : y + i + 1), 8);
            }
        }
    }

    private static void DrawWords(XGraphics page, Paper paper, Calibration calibration)
    {
        string[] lines =
        [
            "打印机校准测试页　" + paper.Name,
            "一、打印时选“实际大小 100%”，不要选“适合纸张”。",
            "二、用尺量左边第一条竖线到纸左边：应为 10.0 毫米。多出几毫米，“左右”就填负几。",
            "三、用尺量上边第一条横线到纸上边：应为 10.0 毫米。多出几毫米，“上下”就填负几。",
            "四、量标着 10 和 60 的两线：应为 50.0 毫米。量出 49.5，“缩放”填 101.0。",
            FormattableString.Invariant($"现在的校准：左右 {calibration.OffsetX:0.0}，上下 {calibration.OffsetY:0.0}，缩放 {calibration.Scale:0.0}%。"),
        ];
        var size = paper.Width < 120 ? 8 : 12;
        var y = (paper.Height / 2) + 18;
        foreach (var text in lines)
        {
            foreach (var line in Typography.Wrap(text, Paper.Points(paper.Width - (2 * Mark) - 4), size))
            {
                Typography.Line(page, line, Paper.Points(Mark + 2), Paper.Points(y), size);
                y += size * 0.55;
            }
        }
    }

    private static void Rule(XGraphics page, double x1, double y1, double x2, double y2) =>
        page.DrawLine(new XPen(XColors.Black, 0.3), Paper.Points(x1), Paper.Points(y1), Paper.Points(x2), Paper.Points(y2));
}
