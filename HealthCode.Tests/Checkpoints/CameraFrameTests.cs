using HealthCode.Domain.Passes;
using HealthCode.Tests.Support;
using HealthCode.Web.Checkpoints;
using SkiaSharp;

namespace HealthCode.Tests.Checkpoints;

/// <summary>摄像头的一帧 — the code of a card is read as a cheap camera shows it: near and far, turned, slanted, blurred, grey, dark, under a lamp.</summary>
public sealed class CameraFrameTests
{
    private static readonly Lazy<string> Token = new(() =>
    {
        using var key = IssuingKey.Make(LawfulCase.Code, "样例村民委员会", 1, LawfulCase.Pack.FirstDay);
        var number = LawfulCase.Number(7);
        return key.Sign(new PassToken(1, number, new(LawfulCase.Today, LawfulCase.Today.AddDays(14)), DocumentTag.Of(key.Trusted.DocumentTagKey, number, LawfulCase.Applicant)));
    });

    private static readonly Dictionary<string, CameraPicture> Pictures = new()
    {
        ["as it is"] = new(),
        ["at 10 cm"] = new() { Module = 9 },
        ["at 30 cm"] = new() { Module = 2.5, Blur = 0.4 },
        ["at 60 cm, by a finer camera"] = new() { Module = 2.2, Blur = 0.4 },
        ["at 45 cm"] = new() { Module = 1.6, Blur = 0.4 },
        ["turned by 20°"] = new() { Turned = 20 },
        ["turned by 45°"] = new() { Turned = 45 },
        ["on its side"] = new() { Turned = 90 },
        ["upside down"] = new() { Turned = 183 },
        ["slanted"] = new() { Module = 5, Slanted = 0.12 },
        ["slanted and turned"] = new() { Module = 5, Slanted = 0.12, Turned = 30 },
        ["out of focus"] = new() { Module = 5, Blur = 1.8 },
        ["far out of focus, near"] = new() { Module = 8, Blur = 2.5 },
        ["in a dark room"] = new() { Light = (12, 60) },
        ["without contrast"] = new() { Light = (95, 150), Noise = 4 },
        ["overexposed"] = new() { Light = (150, 255) },
        ["under a lamp"] = new() { Glare = true },
        ["grainy"] = new() { Noise = 20 },
        ["pressed hard"] = new() { Quality = 35 },
        ["in a corner"] = new() { At = (-360, 150) },
        ["a little of everything"] = new() { Module = 5, Turned = -12, Slanted = 0.1, Blur = 1, Light = (60, 190), Noise = 12, Quality = 65 },
    };

    public static TheoryData<string> Names => [.. Pictures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_card_is_read(string name)
    {
        var jpeg = Pictures[name].Jpeg(Token.Value);

        Assert.True(CameraFrame.TryRead(jpeg, out var code, out var fault), fault);
        Assert.Equal(Token.Value, code);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_front_of_a_card_is_no_code(string name)
    {
        Assert.True(CameraFrame.TryRead(Pictures[name].Jpeg(null), out var code, out _));
        Assert.Null(code);
    }

    [Fact]
    public void A_picture_held_upright_is_read_as_well()
    {
        using var wide = SKBitmap.Decode(new CameraPicture().Jpeg(Token.Value));
        using var upright = new SKBitmap(720, 1280);
        using (var canvas = new SKCanvas(upright))
        {
            canvas.Translate(720, 0);
            canvas.RotateDegrees(90);
            canvas.DrawBitmap(wide, 0, 0, SKSamplingOptions.Default);
        }

        Assert.True(CameraFrame.TryRead(Encoded(upright, SKEncodedImageFormat.Jpeg), out var code, out _));
        Assert.Equal(Token.Value, code);
    }

    [Fact]
    public void What_is_no_whole_JPEG_of_the_size_is_refused_with_a_sentence()
    {
        using var large = new SKBitmap(1920, 1080);
        using var small = new SKBitmap(64, 64);
        var torn = new CameraPicture().Jpeg(Token.Value)[..4000];

        Assert.Contains("太大", Refused(Encoded(large, SKEncodedImageFormat.Jpeg)), StringComparison.Ordinal);
        Assert.Contains("不是 JPEG", Refused(Encoded(small, SKEncodedImageFormat.Png)), StringComparison.Ordinal);
        Assert.Contains("不是 JPEG", Refused([]), StringComparison.Ordinal);
        Assert.Contains("不完整", Refused(torn), StringComparison.Ordinal);
        Assert.Contains("不完整", Refused([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]), StringComparison.Ordinal);
    }

    private static string Refused(byte[] file)
    {
        Assert.False(CameraFrame.TryRead(file, out var code, out var fault));
        Assert.Null(code);
        return fault;
    }

    private static byte[] Encoded(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }
}
