using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing;
using HealthCode.Web.Printing.Cards;
using SkiaSharp;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Printing;

/// <summary>屏幕上的卡: the picture is the print, scaled; its QR code is no card.</summary>
public sealed class CardPictureTests
{
    private const int Dpi = 203;

    private static readonly CardWords Masked = new("马**", "6401************10", "宁夏回族自治区银川市兴庆区样例街道样例村");

    [Fact]
    public void The_front_has_its_ink_where_the_print_has_it()
    {
        var pass = Pass(PassState.AwaitingPrint);
        using var pdf = new PdfInspector(CardSheet.A6.Draw(pass, new SheetJob(Office(), each => each.Number)));
        var print = pdf.Render(1, Dpi);
        using var picture = SKBitmap.Decode(CardPicture.Front(pass, Office(), CardWords.Of(pass)));

        var (printed, drawn) = (Cells((x, y) => print.Pixels[(y * print.Width) + x], print.Width, print.Height), Cells((x, y) => picture.GetPixel(x, y).Red, picture.Width, picture.Height));

        Assert.InRange(Unlike(printed, drawn, 0), 0, 0.01);
        // The same two millimetres further down would be told apart.
        Assert.InRange(Unlike(printed, drawn, 2), 0.03, 1);
    }

    [Fact]
    public void What_is_masked_is_not_in_the_picture()
    {
        var (one, other) = (Pass(PassState.AwaitingPrint), Pass(PassState.AwaitingPrint));

        Assert.NotEqual(CardPicture.Front(one, Office(), CardWords.Of(one)), CardPicture.Front(one, Office(), Masked));
        Assert.Equal(CardPicture.Front(one, Office(), Masked), CardPicture.Front(other, Office(), Masked));
    }

    [Fact]
    public void The_code_on_the_back_holds_the_number_alone()
    {
        var pass = Pass(PassState.AwaitingPrint);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        File.WriteAllBytes(file, CardPicture.Back(pass, Office()));

        Assert.Equal([pass.Number], PdfInspector.CodesIn(file));
        File.Delete(file);
    }

    /// <summary>Mean brightness of each square millimetre of an A6 side.</summary>
    private static double[,] Cells(Func<int, int, byte> pixel, int width, int height)
    {
        var cells = new double[105, 148];
        for (var x = 0; x < 105; x++)
        {
            for (var y = 0; y < 148; y++)
            {
                var (left, right, top, bottom) = (x * width / 105, (x + 1) * width / 105, y * height / 148, (y + 1) * height / 148);
                var sum = 0.0;
                for (var i = left; i < right; i++)
                {
                    for (var j = top; j < bottom; j++)
                    {
                        sum += pixel(i, j);
                    }
                }

                cells[x, y] = sum / ((right - left) * (bottom - top));
            }
        }

        return cells;
    }

    /// <summary>Share of the cells that clearly differ, one picture moved down by some millimetres.</summary>
    private static double Unlike(double[,] one, double[,] other, int down)
    {
        var unlike = 0;
        for (var x = 0; x < 105; x++)
        {
            for (var y = down; y < 148; y++)
            {
                unlike += Math.Abs(one[x, y] - other[x, y - down]) > 60 ? 1 : 0;
            }
        }

        return unlike / (105.0 * 148);
    }
}
