using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Web.Data;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Foundation;
using HealthCode.Web.Passes;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Hosting.Demo;

/// <summary>演示 — creates the demo's offices, users and residents, once, in the demo's own data folder.</summary>
public static class DemoSetUp
{
    /// <summary>Password of all demo users except the guard; real offices choose theirs at set-up.</summary>
    public const string Password = "Yangli-2020";

    /// <summary>The guard's six-digit PIN.</summary>
    public const string Pin = "202063";

    private const string GuardName = "zhishou";
    private const string GuardStaffName = "马有才";
    private const string Township = "640106199";
    private const string Village = Township + "201";
    private const string Community = Township + "001";
    private const int Neighbours = 30;

    private static readonly (string UserName, string Name, string Scope, string[] Roles)[] Users =
    [
        ("luru", "王秀兰", Village, [Roles.Clerk]),
        ("shenhe", "李建国", Village, [Roles.Reviewer, Roles.LedgerExporter]),
        ("yiren", "张桂芳", Village, [Roles.Clerk, Roles.Reviewer]),
        ("gaizhang", "马福海", Village, [Roles.SealKeeper]),
        ("guanli", "赵明", Village, [Roles.SystemAdministrator]),
        ("anquan", "钱志宏", Village, [Roles.SecurityAdministrator]),
        ("shenji", "孟丽华", Village, [Roles.AuditAdministrator]),
        ("shequ", "孙丽", Community, [Roles.Clerk, Roles.Reviewer]),
        ("xiangzhen", "周建平", Township, [Roles.TownshipOfficial]),
    ];

    /// <summary>In demo mode: fills the data folder if it is empty, and prints the user names and passwords.</summary>
    public static async Task OpenDemoAsync(this IServiceProvider services)
    {
        if (!services.GetRequiredService<DemoMode>().IsOn)
        {
            return;
        }

        await using var scope = services.CreateScopeFor(new SystemUser("sample data"));
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        if (!await db.Offices.AnyAsync())
        {
            Console.WriteLine("==> 正在准备演示数据（约 330 人）……");
            await db.InOneTransactionAsync(() => FillAsync(db, services.GetRequiredService<OfficeClock>(), scope.ServiceProvider.GetRequiredService<UserManager<OfficeUser>>(), services.GetRequiredService<SigningKeyStore>()));
        }

        Console.WriteLine($"==> 演示登录，密码是 {Password}");
        // A demo folder created by an earlier version has fewer users.
        var known = await db.Users.Select(user => user.UserName).ToListAsync();
        foreach (var (userName, name, _, roles) in Users.Where(user => known.Contains(user.UserName)))
        {
            Console.WriteLine($"    {userName,-10} {name}（{string.Join('、', roles.Select(Roles.Title))}）");
        }

        if (known.Contains(GuardName))
        {
            Console.WriteLine($"    {GuardName,-10} {GuardStaffName}（{Roles.Title(Roles.Guard)}），密码 {Pin}");
        }
    }

    private static async Task FillAsync(OfficeDb db, OfficeClock clock, UserManager<OfficeUser> users, SigningKeyStore keys)
    {
        string[] above = ["宁夏回族自治区", "银川市", "金凤区", "样例镇"];
        db.Divisions.Add(Division.Listed(DivisionCode.Parse(Township + "000"), "样例镇"));
        var village = Establish(db, Village, [.. above, "样例村委会"]);
        var community = Establish(db, Community, [.. above, "样例社区居委会"]);
        foreach (var (userName, name, reach, roles) in Users)
        {
            var user = new OfficeUser { UserName = userName, StaffName = name, OfficeScope = reach };
            Expect(await users.CreateAsync(user, Password));
            Expect(await users.AddToRolesAsync(user, roles));
        }

        await db.SaveChangesAsync();
        await keys.AddKeyAsync(db, village);
        await keys.AddKeyAsync(db, community);
        await PostGuardAsync(db, users, village, clock);
        await new DemoOffice(db, clock).FillAsync(village);
        await DemoPapers.FillAsync(db, village, clock);
        await new DemoHealth(db, clock, new("luru", "王秀兰")).FillAsync(village);
        await db.SaveChangesAsync();
        await new DemoOutreach(db, clock, new("luru", "王秀兰")).FillAsync(village);
        await db.SaveChangesAsync();
        await new DemoSupervision(db, clock, new("luru", "王秀兰")).FillAsync(village);
        await new DemoVenues(db, clock, new("luru", "王秀兰"), new("shenhe", "李建国")).FillAsync(village);
        await new DemoRegisters(db, clock, new("luru", "王秀兰")).FillAsync(village);
        // Needs another seed: the same one would generate the same people, and a person can have only one card on the server.
        await new DemoOffice(db, clock, Neighbours).FillAsync(community, Neighbours);
        await new DemoOutreach(db, clock, new("shequ", "孙丽")).IndexAsync(community);
    }

    private static async Task PostGuardAsync(OfficeDb db, UserManager<OfficeUser> users, Office village, OfficeClock clock)
    {
        var gate = Checkpoint.Open(village, "村口卡点", CheckpointKind.Road, village.County, village.Township, "样例村东头乡道路口", CheckMode.Venue);
        var station = Checkpoint.Open(village, "乡镇汽车站", CheckpointKind.Road, village.County, village.Township, "样例镇汽车站进站口", CheckMode.Port);
        db.Checkpoints.AddRange(gate, station);
        await db.SaveChangesAsync();
        DemoGates.Fill(db, [gate, station], new(GuardName, GuardStaffName), clock);
        var guard = new OfficeUser { UserName = GuardName, StaffName = GuardStaffName, OfficeScope = village.Code, CheckpointId = gate.Id };
        Expect(await users.CreateAsync(guard, Pin));
        Expect(await users.AddToRoleAsync(guard, Roles.Guard));
    }

    private static Office Establish(OfficeDb db, string code, string[] names)
    {
        var division = DivisionCode.Parse(code);
        db.Divisions.Add(Division.Listed(division, names[4]));
        var office = Office.Establish(division, names, division.ProposedKind, Ningxia.Pack);
        office.SetNameAndPhones(office.OfficialName, office.Kind, "0951-0000001", "0951-0000002");
        db.Offices.Add(office);
        return office;
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Description)));
        }
    }
}
