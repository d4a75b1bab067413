using HealthCode.Domain.Offices;
using HealthCode.Web.Hosting;
using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>销毁 — when the days of keeping are over, everything about an office's residents leaves the file for good (63号 附件1; rule-table 1.18, D4).</summary>
public sealed class Destruction(OfficeDb db, OfficeClock clock, WriteGate gate, PrintFiles prints, BackupFiles backups, DataFolder folder)
{
    /// <summary>Destroys what is due today, all of an office's papers or none.</summary>
    /// <param name="afterStart">The first time since the program started: what a power cut left unswept is swept.</param>
    /// <param name="stopping">Stops between two offices.</param>
    /// <returns>The offices whose papers were destroyed just now.</returns>
    public async Task<IReadOnlyList<Office>> DestroyDueAsync(bool afterStart = false, CancellationToken stopping = default)
    {
        var ended = await db.Offices.Where(office => office.EpidemicEndedOn != null).ToListAsync(stopping);
        var due = ended.Where(office => office.MustDestroyPapers(clock.Today)).ToList();
        List<Office> destroyed = [];
        foreach (var office in due)
        {
            if (await db.InOneTransaction(() => Destroy(office.Code), stopping) > 0)
            {
                destroyed.Add(office);
            }
        }

        if (destroyed.Count > 0 || (afterStart && due.Count > 0))
        {
            due.ForEach(office => DestroyReports(office.Code));
            await backups.DestroyAsync(db, stopping);
            await Sweep(stopping);
        }

        return destroyed;
    }

    private async Task<int> Destroy(string office)
    {
        // Versions and decisions go with their declaration.
        var papers = await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM Passes WHERE OfficeCode = {office}")
            + await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM Declarations WHERE OfficeCode = {office}")
            + await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM Drafts WHERE OfficeCode = {office}");
        var roster = await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM Residents WHERE OfficeCode = {office}");
        await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM PrintRuns WHERE OfficeCode = {office}");
        await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM SealUses WHERE OfficeCode = {office}");
        await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM PrintedForms WHERE OfficeCode = {office}");
        await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM SearchKeys WHERE OfficeCode = {office}");
        await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM Passages WHERE OfficeCode = {office}");
        await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM GateIncidents WHERE OfficeCode = {office}");
        // Ledgers on their way to the township, and at the township those of every village in it: the end is declared for all at once.
        await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM PackageFiles WHERE OfficeCode = {office} AND Number IN (SELECT Number FROM PackagesSent WHERE OfficeCode = {office} AND HasLedger)");
        var ledgers = await db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM ReceivedLedgers WHERE substr(OfficeCode, 1, 9) = {office[..9]}");
        if (papers + roster > 0)
        {
            db.Note("销毁", $"村居 {office}", $"申报、通行卡、草稿共 {papers} 份{(roster > 0 ? $"，居民名册 {roster} 人" : "")}", Desk.Everything.Actor);
        }

        if (ledgers > 0)
        {
            db.Note("销毁", $"乡镇 {office[..9]}", $"收到的台账共 {ledgers} 份", Desk.Everything.Actor);
        }

        return papers + roster + ledgers;
    }

    /// <summary>A list drawn up by itself may name people, masked as it is.</summary>
    private void DestroyReports(string office)
    {
        foreach (var file in Directory.GetFiles(folder.Reports, office + "_*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }
    }

    /// <summary>What was deleted is overwritten where it lay (secure_delete) and is left in no spare page and no log of the file.</summary>
    private async Task Sweep(CancellationToken stopping)
    {
        await prints.Sweep(db, stopping);
        await gate.EnterAsync(stopping);
        try
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);", stopping);
        }
        finally
        {
            gate.Leave();
        }
    }
}
