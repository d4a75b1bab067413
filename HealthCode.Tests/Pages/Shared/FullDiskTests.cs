using System.Net;
using HealthCode.Tests.Support;
using HealthCode.Web.Backups;
using HealthCode.Web.Data;
using HealthCode.Web.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Pages.Shared;

/// <summary>硬盘满了: on a disk that is really full everything that writes says so, nothing is half done, and reading goes on.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private const string Full = "硬盘满了，存不下了。";

    private FullDisk _disk = null!;
    private OfficeServer _server = null!;
    private OfficeBrowser _desk = null!;
    private long _form;
    private long _card;

    public async Task InitializeAsync()
    {
        _disk = FullDisk.Mount(megabytes: 48);
        try
        {
            await MoveInAsync();
        }
        catch
        {
            await _disk.DisposeAsync();
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        try
        {
            await _server.DisposeAsync();
        }
        finally
        {
            await _disk.DisposeAsync();
        }
    }

    [SqliteFact]
    public async Task A_form_is_shown_again_as_it_was_typed_with_the_sentence_and_saved_when_there_is_room()
    {
        await _desk.OpenAsync("/Declarations/Create");
        var typed = _desk.FieldsWith(PaperForm.Filled, Villager.At(7));
        var before = await CountsAsync();
        _disk.Fill();

        await _desk.PostAsync("/Declarations/Create", typed);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, _desk.Status);
        Assert.StartsWith(Full, Assert.Single(_desk.Errors), StringComparison.Ordinal);
        Assert.Equal(typed.Single(field => field.Key == "Input.Name").Value, _desk.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Empty(_desk.StatusMessage);
        Assert.Equal(before, await CountsAsync());

        _disk.MakeRoom();
        await _desk.PostAsync("/Declarations/Create", _desk.MainFields());
        Assert.StartsWith("已保存，编号", _desk.StatusMessage, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_form_is_not_opened_and_a_card_not_printed_without_its_record_and_the_page_says_why()
    {
        _disk.Fill();

        foreach (var page in new[] { $"/Declarations/Edit/{_form}", $"/Passes/Details/{_card}", $"/Review/Decide/{_form}", $"/Printing/Card/{_card}" })
        {
            await _desk.OpenAsync(page);

            Assert.Equal((page, HttpStatusCode.ServiceUnavailable, "没有办成"), (page, _desk.Status, _desk.Title));
            Assert.Contains(Full, _desk.Text, StringComparison.Ordinal);
        }
    }

    [SqliteFact]
    public async Task Reading_goes_on()
    {
        _disk.Fill();
        // Somebody's save fails before.
        await _desk.OpenAsync($"/Declarations/Edit/{_form}");

        foreach (var page in new[] { "/", "/Declarations", "/Declarations/Create", "/Review", "/Passes", "/healthz" })
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await _desk.OpenAsync(page)).Status));
        }
    }

    [SqliteFact]
    public async Task Sign_in_says_it_and_keeps_the_name_that_was_typed()
    {
        var browser = await _server.Browser().OpenAsync("/Account/Login");
        _disk.Fill();

        await browser.SendAsync(("登录名", "yiren"), ("密码", OfficeServer.Password));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Status);
        Assert.StartsWith(Full, Assert.Single(browser.Errors), StringComparison.Ordinal);
        Assert.Equal("yiren", browser.Field("登录名").GetAttribute("value"));
        await browser.SendAsync(("登录名", "yiren"), ("密码", "wrong"));
        Assert.StartsWith(Full, Assert.Single(browser.Errors), StringComparison.Ordinal);

        _disk.MakeRoom();
        await browser.SendAsync(("登录名", "yiren"), ("密码", OfficeServer.Password));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("/", browser.Address);
    }

    [SqliteFact]
    public async Task Who_signs_out_is_out_in_his_browser_and_with_every_copy_of_his_cookie()
    {
        var (clerk, copy) = await CopiedCookie.TakeAsync(_server, "yiren");
        var token = clerk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        _disk.Fill();

        using var answer = await clerk.Http.PostAsync("/Account/Logout", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith($"{SecuritySetUp.CookieName}=;", StringComparison.Ordinal));
        Assert.Equal("登录", (await clerk.OpenAsync("/")).Title);
        Assert.Equal(HttpStatusCode.Redirect, await copy.OpenAsync("/"));
    }

    [SqliteFact]
    public async Task What_runs_by_itself_waits_for_room_and_is_then_done()
    {
        await _server.LockAsync();
        _disk.Fill();
        _server.Clock.SetTo(JobRuns.At("2020-03-05 21:00"));

        Assert.StartsWith("没有做成：" + Full, await _server.DoDueNowAsync(), StringComparison.Ordinal);
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => _server.Services.GetRequiredService<BackupRunner>().MakeAsync());

        Assert.StartsWith(Full, DataFaults.SentenceOf(fault), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _server.Browser().OpenAsync("/healthz")).Status);
        Assert.Empty(await _server.RunsAsync());
        _disk.MakeRoom();
        Assert.Null(await _server.DoDueNowAsync());
        Assert.Contains(await _server.RunsAsync(), run => run is { Job: "daily-group", Succeeded: true });
    }

    [SqliteFact]
    public async Task The_program_starts_on_a_full_disk_and_reads()
    {
        _disk.Fill();

        _server = await _server.RestartAsync();

        Assert.Equal(HttpStatusCode.OK, (await _server.Browser().OpenAsync("/Account/Login")).Status);
        Assert.Equal(2, await _server.InDbAsync(db => db.Declarations.CountAsync()));
    }

    /// <summary>Lays the office out on the small disk: somebody at his desk, a form and a card.</summary>
    private async Task MoveInAsync()
    {
        await using (var first = await OfficeServer.WithOfficeAsync())
        {
            var office = await first.InDbAsync(db => db.Offices.Select(each => each.Code).SingleAsync());
            await first.AddUserAsync("yiren", office, Roles.Clerk, Roles.Reviewer);
            _card = Assert.Single(await first.IssueAsync(1));
            _form = await (await first.SignedInAsync("yiren")).KeyedAsync(first);
            using var from = new SqliteConnection($"Data Source={BackupCase.Database(first)};Pooling=False");
            using var to = new SqliteConnection($"Data Source={Path.Combine(_disk.Folder, "healthcode.db")};Pooling=False");
            from.Open();
            to.Open();
            from.BackupDatabase(to);
            Directory.CreateDirectory(Path.Combine(_disk.Folder, "keys"));
            foreach (var key in Directory.GetFiles(Path.Combine(first.Folder, "keys")))
            {
                File.Copy(key, Path.Combine(_disk.Folder, "keys", Path.GetFileName(key)));
            }
        }

        _server = OfficeServer.Over(_disk.Folder);
        _desk = await _server.SignedInAsync("yiren");
    }

    private Task<(int Declarations, int Audit, int Keys)> CountsAsync() => _server.InDbAsync(async db =>
        (await db.Declarations.CountAsync(), await db.AuditRecords.CountAsync(), await db.SearchKeys.CountAsync()));
}
