using HealthCode.Domain.Declarations;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Tests.Pages.Printing;

/// <summary>编号空白申报表: printed with a number, scanned when it comes back, keyed once.</summary>
public sealed class FormsPageTests : IAsyncLifetime
{
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        _desk = await _server.SignedInUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Each_form_has_its_own_number_and_its_code_says_it()
    {
        using var forms = await PrintAsync("3");

        var numbers = await _server.InDbAsync(db => db.PrintedForms.OrderBy(form => form.Number).Select(form => form.Number).ToListAsync());
        Assert.Equal(3, numbers.Distinct().Count());
        Assert.Equal(numbers, Enumerable.Range(1, 3).SelectMany(page => forms.Codes(page, 200)));
        Assert.Contains(await _server.InDbAsync(db => db.AuditRecords.ToListAsync()), record => record.Action == "打印编号空白表");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("")]
    [InlineData("几张")]
    public async Task A_number_of_forms_that_cannot_be_gets_a_sentence(string count)
    {
        await _desk.OpenAsync("/Printing/Forms");
        await _desk.SendAsync(("印几张", count));

        Assert.Single(_desk.Errors);
        Assert.Equal(0, await _server.InDbAsync(db => db.PrintedForms.CountAsync()));
    }

    [Fact]
    public async Task Scanned_it_opens_a_new_entry_and_afterwards_what_was_keyed_from_it()
    {
        (await PrintAsync("1")).Dispose();
        var number = await _server.InDbAsync(db => db.PrintedForms.Select(form => form.Number).SingleAsync());

        await _desk.OpenAsync("/Declarations?q=" + number.ToLowerInvariant());
        Assert.Equal("/Declarations/Create?form=" + number, _desk.Address);
        await _desk.PostAsync("/Declarations/Create", _desk.FieldsWith(PaperForm.Filled));
        Assert.Empty(_desk.Errors);

        await _desk.OpenAsync("/Declarations?q=" + number);
        Assert.StartsWith("/Declarations/Details/", _desk.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_this_office_never_printed_opens_nothing()
    {
        var office = await _server.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
        var number = PrintedFormNumber.Of(HealthCode.Domain.Offices.DivisionCode.Parse(office), 77).Value;

        await _desk.OpenAsync("/Declarations?q=" + number);
        Assert.Equal("/Declarations?q=" + number, _desk.Address);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await _desk.OpenAsync("/Declarations/Create?form=" + number)).Status);
    }

    [Fact]
    public async Task A_half_filled_renewal_form_carries_identity_only_and_opens_a_renewal()
    {
        var card = await _desk.ApprovedAsync(_server);
        var declaration = await _server.InDbAsync(db => db.Passes.Where(pass => pass.Id == card).Select(pass => pass.DeclarationId).SingleAsync());
        await _desk.OpenAsync($"/Declarations/Details/{declaration}");

        using var answer = await _desk.Http.PostAsync(
            $"/Printing/Forms/{declaration}?handler=Renewal".Replace($"/{declaration}", "", StringComparison.Ordinal) + $"&id={declaration}",
            new FormUrlEncodedContent([new("__RequestVerificationToken", _desk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));
        using var form = new PdfInspector(await answer.Content.ReadAsByteArrayAsync());

        Assert.Contains("马德山", form.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain("样例社区3号", form.Words(1), StringComparison.Ordinal);
        await _desk.OpenAsync("/Declarations?q=" + Assert.Single(form.Codes(1, 200)));
        Assert.Equal("马德山", _desk.Field("姓名").GetAttribute("value"));
        Assert.DoesNotContain(_desk.MainFields(), field => field.Key == "Input.Diagnosed");
    }

    [Fact]
    public async Task A_household_gets_one_receipt_for_the_forms_it_handed_in_together()
    {
        var first = await _desk.KeyedAsync(_server);
        await _desk.KeyedAsync(_server, ("Name", "纳福贵"), ("DocumentNumber", "640104200002291232"), ("BirthDate", null), ("Sex", null));
        await _desk.KeyedAsync(_server, ("Name", "别家人"), ("DocumentNumber", "640104199003075210"), ("BirthDate", null), ("Sex", null), ("Stays[0].Address", "别处9号"));

        using var answer = await _desk.Http.GetAsync($"/Printing/Receipt/{first}");
        using var receipt = new PdfInspector(await answer.Content.ReadAsByteArrayAsync());

        Assert.Contains("2份", receipt.Words(1), StringComparison.Ordinal);
        Assert.Contains("马德山编号20200305-0001", receipt.Words(1), StringComparison.Ordinal);
        Assert.Contains("纳福贵编号20200305-0002", receipt.Words(1), StringComparison.Ordinal);
        Assert.DoesNotContain("别家人", receipt.Words(1), StringComparison.Ordinal);
    }

    private async Task<PdfInspector> PrintAsync(string count)
    {
        await _desk.OpenAsync("/Printing/Forms");
        var fields = _desk.MainFields().Where(field => field.Key != "Input.Count").Append(new("Input.Count", count));
        using var answer = await _desk.Http.PostAsync("/Printing/Forms", new FormUrlEncodedContent(fields));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return new(await answer.Content.ReadAsByteArrayAsync());
    }
}
