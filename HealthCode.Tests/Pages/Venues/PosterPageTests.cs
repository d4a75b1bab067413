using HealthCode.Domain.Rules.Packs;
using HealthCode.Domain.Venues;
using HealthCode.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace HealthCode.Tests.Pages.Venues;

/// <summary>场所码海报: the platform's picture, one in use, the old one void and taken down.</summary>
public sealed class PosterPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _clerk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync(pack: Hebei.Pack);
        _clerk = await _server.ClerkAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(false, 210, 297)]
    [InlineData(true, 297, 420)]
    public async Task It_is_printed_with_its_version_and_the_day_of_the_first_print(bool large, int width, int height)
    {
        var id = await _server.AddVenueAsync();

        using var pdf = new PdfInspector(await PrintAsync(id, large));

        Assert.Equal((width, height), ((int)Math.Round(pdf.Sizes[0].Width), (int)Math.Round(pdf.Sizes[0].Height)));
        Assert.All(["样例村卫生室", "0001", "第1版", "2020年3月5日印"], word => Assert.Contains(word, pdf.Words(1), StringComparison.Ordinal));
        Assert.Equal(_server.Today, await _server.InDbAsync(db => db.VenuePosters.Select(poster => poster.PrintedOn).SingleAsync()));
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Action == "打印" && record.Subject == "场所码海报 0001 第 1 版");
    }

    [Fact]
    public async Task The_first_one_takes_the_platforms_picture_and_stores_it_without_what_a_camera_writes_in()
    {
        var id = await BareVenueAsync();

        await UploadAsync(id, VenueCase.Picture(3000, 2400, SKEncodedImageFormat.Jpeg));

        Assert.StartsWith("海报已出。", _clerk.StatusMessage, StringComparison.Ordinal);
        using var stored = SKBitmap.Decode(await _server.InDbAsync(db => db.VenuePictures.Select(picture => picture.Image).SingleAsync()));
        Assert.Equal((1000, 800), (stored.Width, stored.Height));
    }

    public static TheoryData<byte[]?, string> Unfit => new()
    {
        { null, PosterRules.HasPicture.Sentence },
        { "这不是图"u8.ToArray(), "既不是 PNG 图片也不是 JPEG 照片" },
        { [], "空的" },
        { VenueCase.Picture(199, 600), "每边至少要 200 点" },
        { VenueCase.Picture()[..900], "不完整或已损坏" },
        { PaintedPng.File(("IHDR", PaintedPng.Header(30_000, 30_000)), ("IDAT", PaintedPng.Deflated(new byte[1_000])), ("IEND", [])), "有码的那一块" },
        { new byte[(15 * 1024 * 1024) + 1], "超过 15 MB" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_is_no_picture_or_too_big_a_one_has_a_sentence(byte[]? file, string says)
    {
        var id = await BareVenueAsync();

        await UploadAsync(id, file);

        Assert.Contains(says, Assert.Single(_clerk.Errors), StringComparison.Ordinal);
        Assert.Equal((0, 0), await _server.InDbAsync(async db => (await db.VenuePosters.CountAsync(), await db.VenuePictures.CountAsync())));
    }

    [Fact]
    public async Task A_second_one_is_refused_without_a_reason_and_voids_the_first_with_one()
    {
        var id = await _server.AddVenueAsync();
        await UploadAsync(id, VenueCase.Picture());
        Assert.Contains(PosterRules.OneInUse.Sentence, Assert.Single(_clerk.Errors), StringComparison.Ordinal);

        await UploadAsync(id, VenueCase.Picture(), "平台换了图片");

        Assert.Equal([(1, false), (2, true)], (await PostersAsync()).Select(poster => (poster.Version, poster.IsInUse)));
        Assert.Equal(2, await _server.InDbAsync(db => db.VenuePictures.CountAsync()));
    }

    [Fact]
    public async Task A_worn_one_is_made_anew_with_the_same_picture_and_the_old_one_is_taken_down()
    {
        var id = await _server.AddVenueAsync();
        await UploadAsync(id, null, "海报破了");
        var posters = await PostersAsync();
        Assert.Equal(posters[0].PictureId, posters[1].PictureId);

        await _clerk.PressAsync("登记揭下来", ("谁揭下来的", ""), ("哪天揭的", "3.5"));
        Assert.Equal([PosterRules.TakenDownNamed.Sentence], _clerk.Errors);
        await _clerk.PressAsync("登记揭下来", ("谁揭下来的", "网格员马晓燕"), ("哪天揭的", "3.5"));

        Assert.Equal("已登记揭下来。", _clerk.StatusMessage);
        Assert.Contains("2020年3月5日，网格员马晓燕", _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_void_one_and_that_of_a_venue_that_waits_are_not_printed()
    {
        var id = await _server.AddVenueAsync();
        await UploadAsync(id, null, "海报破了");
        var old = (await PostersAsync())[0].Id;
        await _clerk.PostAsync($"/Venues/Poster/{id}?handler=Print", [.. Token(), new("posterId", $"{old}")]);
        Assert.Contains(PosterRules.NotVoid.Sentence, _clerk.Text, StringComparison.Ordinal);

        await _server.InDbAsync(db => db.InOneTransactionAsync(async () =>
            (await db.Venues.SingleAsync()).Change(VenueCase.Details(name: "改了名"), "改了名", [], Hebei.Pack, LawfulCase.Clerk, _server.Now, _server.Today)));
        await _clerk.PostAsync($"/Venues/Poster/{id}?handler=Print", [.. Token(), new("posterId", $"{(await PostersAsync())[1].Id}")]);
        Assert.Contains(PosterRules.VenueApproved.Sentence, _clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_venue_that_is_not_approved_has_none()
    {
        var id = await _server.AddVenueAsync(approved: false);

        await UploadAsync(id, VenueCase.Picture());

        Assert.Contains(PosterRules.VenueApproved.Sentence, _clerk.Text, StringComparison.Ordinal);
        Assert.Empty(await PostersAsync());
    }

    private Task<List<VenuePoster>> PostersAsync() => _server.InDbAsync(db => db.VenuePosters.OrderBy(poster => poster.Version).ToListAsync());

    private async Task<long> BareVenueAsync()
    {
        var id = await _server.AddVenueAsync(approved: false);
        await _server.InDbAsync(db => db.InOneTransactionAsync(async () => (await db.Venues.SingleAsync()).Approve(VenueCase.Seen, LawfulCase.Reviewer, _server.Now, _server.Today)));
        return id;
    }

    private async Task UploadAsync(long id, byte[]? file, string reason = "")
    {
        await _clerk.OpenAsync($"/Venues/Poster/{id}");
        using var content = new MultipartFormDataContent();
        foreach (var field in Token())
        {
            content.Add(new StringContent(field.Value), field.Key);
        }

        content.Add(new StringContent(reason), "Input.Reason");
        if (file is not null)
        {
            content.Add(new ByteArrayContent(file), "Input.File", "场所码.png");
        }

        await _clerk.PostAsync($"/Venues/Poster/{id}", content);
    }

    private async Task<byte[]> PrintAsync(long id, bool large)
    {
        await _clerk.OpenAsync($"/Venues/Poster/{id}");
        using var content = new FormUrlEncodedContent([.. Token(), new("posterId", $"{(await PostersAsync())[^1].Id}"), new("large", large ? "true" : "false")]);
        using var answer = await _clerk.Http.PostAsync($"/Venues/Poster/{id}?handler=Print", content);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private IEnumerable<KeyValuePair<string, string>> Token() => _clerk.Page.QuerySelector("main input[name=__RequestVerificationToken], input[name=__RequestVerificationToken]") is { } token
        ? [new(WebForm.Token, token.GetAttribute("value")!)] : [];
}
